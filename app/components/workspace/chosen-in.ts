/** The boxes that were ticked; one alone comes back as a text. */
export function chosenIn(value: unknown): readonly string[] {
	const all: readonly unknown[] = Array.isArray(value) ? value : [value]
	return all.filter((one) => typeof one === 'string')
}
