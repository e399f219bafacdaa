type Given<Facts> = { readonly [Name in keyof Facts]?: NonNullable<Facts[Name]> }

/** The facts that are there: an act says nothing of the others, so that older acts keep their seal. */
export function given<Facts extends Readonly<Record<string, string | null>>>(facts: Facts): Given<Facts> {
	// Object.fromEntries forgets the names, which the filter keeps.
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Given<Facts>
}
