import type { PGlite } from '@electric-sql/pglite'

export type Column = { readonly name: string; readonly type: string }

const VALUES: Readonly<Record<string, string>> = {
	integer: '1',
	boolean: 'true',
	bytea: `'\\x00'`,
	jsonb: `'[]'`,
	'timestamp without time zone': 'now()',
}

/** Puts one row into a table, past foreign keys and triggers, so that triggers for each row have something to refuse. */
export async function insertAnyRow(engine: PGlite, table: string): Promise<readonly Column[]> {
	const query = `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`
	const columns = (await engine.query<Column>(query, [table])).rows
	// Texts differ from column to column: where two people are asked for, one name in both is refused.
	const values = columns.map(({ name, type }) => VALUES[type] ?? `'${name}'`).join(', ')
	await engine.exec(`SET session_replication_role = replica; INSERT INTO "${table}" VALUES (${values})`)
	await engine.exec('SET session_replication_role = origin')
	return columns
}

/** The tables that have a column of this name. */
export async function tablesWith(engine: PGlite, column: string): Promise<readonly string[]> {
	const query = `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = $1 ORDER BY 1`
	return (await engine.query<{ name: string }>(query, [column])).rows.map((row) => row.name)
}
