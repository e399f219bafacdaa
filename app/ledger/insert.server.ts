import type { Prisma } from '#prisma/generated/client.ts'

type RowTransaction = Pick<Prisma.TransactionClient, '$executeRawUnsafe'>

/** Complete rows and the table they belong to. */
export type TableRows = readonly [table: string, rows: readonly Readonly<Record<string, unknown>>[]]

/** Inserts the rows of several tables, one statement each, in the given order. */
export async function insertTables(tx: RowTransaction, tables: readonly TableRows[]): Promise<void> {
	for (const [table, rows] of tables) await insertRows(tx, table, rows)
}

/**
 * Inserts complete rows into a table in one statement, whatever their number: one parameter holds them all as JSON,
 * and the table's own row type says what each member is. Row by row, or through `createMany`, the same costs 20 to
 * 100 times as much.
 */
export async function insertRows(
	tx: RowTransaction,
	table: string,
	rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
	if (rows.length === 0) return
	await tx.$executeRawUnsafe(
		`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
		JSON.stringify(rows.map(asJson)),
	)
}

/** Bytes travel as PostgreSQL's hex text; what is null need not be said. */
function asJson(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const said: Record<string, unknown> = {}
	for (const name in row) {
		const value = row[name]
		if (value instanceof Uint8Array) said[name] = `\\x${Buffer.from(value).toString('hex')}`
		else if (value !== null) said[name] = value
	}
	return said
}
