/** An act by its record and version. */
export type Act = { readonly recordId: string; readonly version: number }

/** Whether an act is among those that the log has. */
export function isLoggedIn(entries: readonly Act[]): (act: Act) => boolean {
	const known = new Set(entries.map(keyOf))
	return (act) => known.has(keyOf(act))
}

/**
 * The newest version of each record. One that the log does not have never takes the place of one that it has: somebody
 * put it past the log.
 *
 * Returns  of a record without any version in the log, the newest that is stored: it is shown as one that is not in it.
 */
export function newestOf<Row extends Act>(
	rows: readonly Row[],
	isLogged: (act: Act) => boolean,
): readonly Row[] {
	const newest = new Map<string, Row>()
	for (const row of rows) {
		const before = newest.get(row.recordId)
		if (!before || isAfter(row, before, isLogged)) newest.set(row.recordId, row)
	}
	return [...newest.values()]
}

function isAfter(row: Act, before: Act, isLogged: (act: Act) => boolean): boolean {
	const [is, was] = [isLogged(row), isLogged(before)]
	return is === was ? row.version > before.version : is
}

function keyOf({ recordId, version }: Act): string {
	return `${recordId}@${String(version)}`
}
