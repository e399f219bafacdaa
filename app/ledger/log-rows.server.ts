import type { Sql } from '#app/db.server.ts'
import { HASH_BYTES } from './merkle.ts'

/** Where a version of a record stands in the log. */
export type Position = { readonly index: number; readonly version: number }

/** The entries as the database has them now, whether or not they are what was signed. */
export type LogRows = {
	/** How many leaves there are, by the log's own count. */
	readonly size: () => Promise<number>
	/** Exact bytes of the entries from one position up to another; null where one of them is missing. */
	readonly entries: (from: number, to: number) => Promise<readonly Uint8Array[] | null>
	/** Leaf hashes of the same, one after the other, worked out from the bytes as they are, not as a column says. */
	readonly leaves: (from: number, to: number) => Promise<Uint8Array | null>
	/** The given version of a record, or its newest, below a size of the log. */
	readonly positionOf: (wanted: Wanted) => Promise<Position | null>
}

export type Wanted = {
	readonly recordId: string
	/** Absent: the newest. */
	readonly version?: number | undefined
	readonly below: number
}

/** Entries hashed at once: enough to be quick, few enough that other statements are not kept waiting. */
const HASHED_AT_ONCE = 10_000

/** Reads the log's two tables; nothing here changes them. */
export function logRows(sql: Sql): LogRows {
	return {
		size: async () => {
			const [head] = await sql<{ size: number }>('SELECT "size" FROM "LedgerHead" WHERE "id" = 1')
			return head?.size ?? 0
		},
		entries: async (from, to) => {
			const rows = await sql<{ index: number; entry: Uint8Array }>(
				'SELECT "index", "entry" FROM "LedgerEntry" WHERE "index" >= $1 AND "index" < $2 ORDER BY "index"',
				[from, to],
			)
			return rows.length === to - from ? rows.map(({ entry }) => entry) : null
		},
		leaves: async (from, to) => {
			const parts: Uint8Array[] = []
			for (let start = from; start < to; start += HASHED_AT_ONCE) {
				const part = await hashed(sql, start, Math.min(to, start + HASHED_AT_ONCE))
				if (!part) return null
				parts.push(part)
			}
			return Buffer.concat(parts)
		},
		positionOf: async ({ recordId, version, below }) => {
			const [found] = await sql<Position>(
				`SELECT "index", "version" FROM "LedgerEntry"
				 WHERE "recordId" = $1 AND "index" < $2 AND ($3::int IS NULL OR "version" = $3::int)
				 ORDER BY "version" DESC LIMIT 1`,
				[recordId, below, version ?? null],
			)
			return found ?? null
		},
	}
}

/**
 * Hashed by the database: carrying 100,000 entries over to hash them here takes five times as long. No two entries
 * have one position, so as many as there are positions means one at each.
 */
async function hashed(sql: Sql, from: number, to: number): Promise<Uint8Array | null> {
	const [row] = await sql<{ leaves: Uint8Array | null }>(
		`SELECT string_agg(sha256('\\x00'::bytea || "entry"), ''::bytea ORDER BY "index") AS "leaves"
		 FROM "LedgerEntry" WHERE "index" >= $1 AND "index" < $2`,
		[from, to],
	)
	return row?.leaves?.length === (to - from) * HASH_BYTES ? row.leaves : null
}
