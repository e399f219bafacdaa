/** The facts that are there: an act says nothing of the others, so that older acts keep their seal. */
export function given<Facts extends Readonly<Record<string, unknown>>>(
	facts: Facts,
): { [Name in keyof Facts]?: NonNullable<Facts[Name]> } {
	const said: { [Name in keyof Facts]?: NonNullable<Facts[Name]> } = {}
	for (const name in facts) {
		const value = facts[name]
		if (value !== null && value !== undefined) said[name] = value
	}
	return said
}
