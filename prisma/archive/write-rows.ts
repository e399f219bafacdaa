import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '#app/db.server.ts'
import type { Transaction } from '#app/domain/context.ts'
import { listed, quoted, storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

export type WrittenTable = { readonly name: string; readonly rows: number; readonly sum: string }

/** Rows are asked for in portions of so many. */
const PORTION = 500
/** An embedded database answers nobody else meanwhile; a server does. Unit: ms. */
const LIMITS = { maxWait: 60_000, timeout: 60 * 60 * 1_000 }

/** Where the rows of a table go, packed; it ends when they are all there. */
export type Sink = (table: string) => NodeJS.WritableStream

/**
 * Hands out every row of the record as one moment saw it: one JSON object per line and table, packed. The lines are
 * the same whichever engine holds the rows.
 */
export async function writeRows({ db }: Pick<Database, 'db'>, sink: Sink): Promise<readonly WrittenTable[]> {
	return db.$transaction(async (tx) => {
		await tx.$executeRawUnsafe('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
		await tx.$executeRawUnsafe("SET LOCAL TimeZone = 'UTC'")
		const written: WrittenTable[] = []
		for (const table of await storedTables(tx)) written.push(await writeTable(tx, table, sink))
		return written
	}, LIMITS)
}

async function writeTable(tx: Transaction, table: StoredTable, sink: Sink): Promise<WrittenTable> {
	const sum = createHash('sha256')
	let rows = 0
	async function* lines() {
		for await (const portion of portionsOf(tx, table)) {
			rows += portion.length
			const text = portion.map((row) => `${row}\n`).join('')
			sum.update(text)
			yield text
		}
	}
	await pipeline(Readable.from(lines()), createGzip(), sink(table.name))
	return { name: table.name, rows, sum: sum.digest('hex') }
}

async function* portionsOf(tx: Transaction, { name, columns, order }: StoredTable) {
	const select = `SELECT row_to_json(r)::text AS "row" FROM (SELECT ${listed(columns)} FROM ${quoted(name)} ORDER BY ${order}) r`
	await tx.$executeRawUnsafe(`DECLARE archived NO SCROLL CURSOR FOR ${select}`)
	for (;;) {
		const rows = await tx.$queryRawUnsafe<{ row: string }[]>(`FETCH ${String(PORTION)} FROM archived`)
		if (rows.length > 0) yield rows.map(({ row }) => row)
		if (rows.length < PORTION) break
	}
	await tx.$executeRawUnsafe('CLOSE archived')
}
