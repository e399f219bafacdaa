/** How many texts are kept. */
const KEPT = 5_000

/**
 * Reads what is stored, and what says the same only once: the acts of a member are read for every figure of it, and
 * checking what they say takes longer than all the rest. What breaks is read anew each time.
 */
export function readOnce<Said>(read: (stored: unknown) => Said): (stored: unknown) => Said {
	const known = new Map<string, { readonly said: Said }>()
	return (stored) => {
		const text = JSON.stringify(stored)
		const before = known.get(text)
		if (before) return before.said
		const said = read(stored)
		const [oldest] = known.keys()
		if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
		known.set(text, { said })
		return said
	}
}
