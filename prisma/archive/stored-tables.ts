import type { Transaction } from '#app/domain/context.ts'
import { LEFT_OUT } from './manifest.ts'

export type StoredTable = {
	readonly name: string
	/** Columns that hold what was written; those that the database works out by itself are not among them. */
	readonly columns: readonly string[]
	/** What its rows are ordered by: the same on every engine, whatever its language is. */
	readonly order: string
}

const COLUMNS = `
	SELECT c.relname AS "table", a.attname AS "column"
	FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
	WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
		AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
	ORDER BY c.relname, a.attnum`

const KEYS = `
	SELECT c.relname AS "table", a.attname AS "column", t.typcollation <> 0 AS "isText"
	FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
		CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
		JOIN pg_type t ON t.oid = a.atttypid
	WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace
	ORDER BY c.relname, k.place`

/** The tables of this product that an archive holds, by name. */
export async function storedTables(tx: Transaction): Promise<readonly StoredTable[]> {
	const columns = await tx.$queryRawUnsafe<{ table: string; column: string }[]>(COLUMNS)
	const keys = await tx.$queryRawUnsafe<{ table: string; column: string; isText: boolean }[]>(KEYS)
	const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !LEFT_OUT.includes(name))
	return names.map((name) => {
		const key = keys.filter(({ table }) => table === name)
		if (key.length === 0) throw new Error(`the table ${name} has no primary key`)
		return {
			name,
			columns: columns.filter(({ table }) => table === name).map(({ column }) => column),
			order: key.map(({ column, isText }) => quoted(column) + (isText ? ' COLLATE "C"' : '')).join(', '),
		}
	})
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`
}

export function listed(columns: readonly string[]): string {
	return columns.map(quoted).join(', ')
}
