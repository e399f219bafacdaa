import type { Database } from '#app/db.server.ts'

type Asked = Pick<Database, 'sql' | 'exec'>

/** What a database is when nothing was done with it: its tables, triggers and functions, and the rows of migrations. */
export type Shape = {
	readonly mark: string
	readonly tables: readonly string[]
	/** Of tables that migrations put rows into: the mark of these rows, and the rows as JSON. */
	readonly rows: ReadonlyMap<string, { readonly mark: string; readonly json: string }>
}

/** The shape of a database that was just opened. */
export async function shapeOf(database: Asked): Promise<Shape> {
	const tables = (
		await database.sql<{ name: string }>(
			`SELECT c.relname AS "name" FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
		)
	).map(({ name }) => name)
	const filled = await filledOf(database, tables)
	const rows = new Map<string, { mark: string; json: string }>()
	for (const table of filled) rows.set(table, await rowsOf(database, table))
	return { mark: await markOf(database), tables, rows }
}

/**
 * Takes every row out of a database that was not there when it was opened, and puts back what was.
 *
 * Returns  false where it cannot be what it was: something in it other than rows was changed.
 */
export async function emptied(database: Asked, shape: Shape): Promise<boolean> {
	try {
		if ((await markOf(database)) !== shape.mark) return false
		const filled = await filledOf(database, shape.tables)
		const changed: string[] = []
		for (const table of new Set([...filled, ...shape.rows.keys()])) {
			const before = shape.rows.get(table)
			if (before && (await rowsOf(database, table)).mark === before.mark) continue
			changed.push(table)
		}
		if (changed.length > 0) await database.exec(restoring(changed, shape))
		return true
	} catch {
		// A connection that a test broke is not handed out again.
		return false
	}
}

function restoring(changed: readonly string[], { rows }: Shape): string {
	const back = changed.flatMap((table) => {
		const before = rows.get(table)
		return before
			? [
					`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", '${before.json.replaceAll("'", "''")}'::json)`,
				]
			: []
	})
	return [
		'BEGIN',
		'SET LOCAL session_replication_role = replica',
		`TRUNCATE ${changed.map((table) => `"${table}"`).join(', ')} CASCADE`,
		...back,
		'COMMIT',
	].join(';\n')
}

/** Tables with at least one row. */
async function filledOf(database: Asked, tables: readonly string[]): Promise<readonly string[]> {
	const parts = tables.map((table) => `SELECT '${table}' AS "name" WHERE EXISTS (SELECT 1 FROM "${table}")`)
	return (await database.sql<{ name: string }>(parts.join(' UNION ALL '))).map(({ name }) => name)
}

async function rowsOf(database: Asked, table: string): Promise<{ mark: string; json: string }> {
	const [row] = await database.sql<{ mark: string; json: string }>(
		`SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS "mark", json_agg(t)::text AS "json" FROM "${table}" t`,
	)
	return { mark: row?.mark ?? '', json: row?.json ?? '[]' }
}

/** A mark over everything that is not a row: relations of all schemas, triggers and whether they are on, functions. */
async function markOf(database: Asked): Promise<string> {
	const [row] = await database.sql<{ mark: string }>(
		`SELECT md5(string_agg(line, E'\\n' ORDER BY line)) AS "mark" FROM (
			SELECT 'relation ' || n.nspname || '.' || c.relname || c.relkind::text || c.relnatts AS line
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
			UNION ALL SELECT 'trigger ' || tgrelid::regclass || tgname || tgenabled::text FROM pg_trigger
			UNION ALL SELECT 'function ' || p.proname || md5(p.prosrc) FROM pg_proc p
				WHERE p.pronamespace = 'public'::regnamespace
			UNION ALL SELECT 'constraint ' || conrelid::regclass || conname || convalidated FROM pg_constraint WHERE conrelid <> 0
		) AS everything`,
	)
	return row?.mark ?? ''
}
