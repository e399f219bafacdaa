import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Database } from '#app/db.server.ts'
import type { Transaction } from '#app/domain/context.ts'
import { applyMigrations, readMigrations } from '../apply-migrations.ts'
import { tablePart } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { listed, quoted, storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

/** What of a manifest loading rows needs. */
type Loaded = Pick<Manifest, 'migrations' | 'tables'>

/** One statement carries at most so much. Unit: characters of JSON. */
const PORTION = 2_000_000
/** Unit: ms. */
const LIMITS = { maxWait: 60_000, timeout: 6 * 60 * 60 * 1_000 }

/**
 * Brings a database that holds nothing to the migrations of an archive and puts its rows in: all of them, or none.
 * Rows come as they were, so no trigger looks at them on their way; references between them are all proven at the end.
 *
 * Throws  where a table is missing, a reference leads nowhere, or rows are not as many as the archive says.
 */
export async function loadRows(database: Database, archive: string, manifest: Loaded): Promise<void> {
	const known = new Set(manifest.migrations.map(({ name }) => name))
	await applyMigrations(
		database,
		readMigrations().filter(({ name }) => known.has(name)),
	)
	await database.db.$transaction(async (tx) => {
		const tables = await storedTables(tx)
		const references = await referencesOf(tx)
		for (const { table, name } of references)
			await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
		for (const { name } of tables) await emptied(tx, name)
		for (const { name, rows } of manifest.tables) {
			const table = tables.find((one) => one.name === name)
			if (!table) throw new Error(`the archive has a table ${name}, which its migrations do not make`)
			if ((await fill(tx, table, join(archive, tablePart(name)))) !== rows)
				throw new Error(`the table ${name} has other rows than its archive says`)
		}
		for (const { name } of tables)
			await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
		for (const { table, name, definition } of references)
			await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
	}, LIMITS)
}

/** Migrations put some rows in: the archive has these tables as they were. */
async function emptied(tx: Transaction, table: string): Promise<void> {
	await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`)
	await tx.$executeRawUnsafe(`DELETE FROM ${quoted(table)}`)
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string }

function referencesOf(tx: Transaction): Promise<Reference[]> {
	return tx.$queryRawUnsafe<Reference[]>(`
		SELECT c.relname AS "table", k.conname AS "name", pg_get_constraintdef(k.oid) AS "definition"
		FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
		WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
		ORDER BY 1, 2`)
}

/** Gives how many rows were put in. */
async function fill(tx: Transaction, table: StoredTable, file: string): Promise<number> {
	let [rows, length] = [0, 0]
	let portion: string[] = []
	const put = async () => {
		if (portion.length > 0) await insert(tx, table, `[${portion.join(',')}]`)
		;[portion, length] = [[], 0]
	}
	for await (const line of linesIn(file)) {
		rows += 1
		length += line.length
		portion.push(line)
		if (length >= PORTION) await put()
	}
	await put()
	return rows
}

/** Lines end at a line feed and nowhere else: a text may hold other signs that end lines. */
async function* linesIn(file: string): AsyncGenerator<string> {
	let rest = ''
	const text = createReadStream(file).pipe(createGunzip()).setEncoding('utf8')
	for await (const piece of text) {
		const lines = `${rest}${String(piece)}`.split('\n')
		rest = lines.pop() ?? ''
		yield* lines
	}
	if (rest !== '') throw new Error('the last line has no end')
}

async function insert(tx: Transaction, { name, columns }: StoredTable, json: string): Promise<void> {
	await tx.$executeRawUnsafe(
		`INSERT INTO ${quoted(name)} (${listed(columns)})
		SELECT ${listed(columns)} FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
		json,
	)
}
