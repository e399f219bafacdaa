/** The facts that are there: an act says nothing of the others, so that older acts keep their seal. */
export function given<Name extends string>(
	facts: Readonly<Record<Name, string | null>>,
): Partial<Record<Name, string>> {
	const said: Partial<Record<Name, string>> = {}
	for (const name in facts) {
		const value = facts[name]
		if (value !== null) said[name] = value
	}
	return said
}
