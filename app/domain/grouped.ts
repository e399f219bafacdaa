/** Rows by a key, each group in the order of the rows; rows without one are left out. */
export function grouped<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | null | undefined,
): ReadonlyMap<string, readonly Row[]> {
	const found = new Map<string, Row[]>()
	for (const row of rows) {
		const key = keyOf(row)
		if (key === null || key === undefined) continue
		const known = found.get(key)
		if (known) known.push(row)
		else found.set(key, [row])
	}
	return found
}
