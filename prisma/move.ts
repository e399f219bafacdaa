import { createWriteStream, mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import type { Check } from '#app/domain/integrity/queries.server.ts'
import { openFiles } from '#app/files.server.ts'
import { applyMigrations } from './apply-migrations.ts'
import { exitCodeOf, jsonOf, linesOf, notDone } from './archive/archive-lines.ts'
import type { ArchiveResult } from './archive/archive-lines.ts'
import { loadRows } from './archive/load-rows.ts'
import { tablePart } from './archive/manifest.ts'
import { isTaken } from './archive/restore-archive.ts'
import { writeRows } from './archive/write-rows.ts'
import type { WrittenTable } from './archive/write-rows.ts'
import { checkDatabase } from './check-database.ts'

// Moves the rows of the embedded database into a PostgreSQL server's, and proves that every one arrived as it was:
//   npm run move -- --to postgresql://… [--json]
// Files, keys and the log stay where they are, and so does the embedded database. Stop the server first.

const now = new Date()
const result = await moved().catch(notDone)
const isJson = process.argv.includes('--json')
const lines = isJson ? [JSON.stringify(jsonOf(result), null, '\t')] : linesOf(result)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = exitCodeOf(result)

async function moved(): Promise<ArchiveResult> {
	const to = addressGiven()
	if (to === null) return { kind: 'refused', key: 'move.usage', values: {} }
	const config = { ...readConfig(), databaseUrl: null }
	const { dataDir } = config
	const where = new URL(to).pathname.slice(1)
	if (!(await isTaken(config))) return { kind: 'refused', key: 'move.nothing', values: { where: dataDir } }
	if (await isTaken({ ...config, databaseUrl: to }))
		return { kind: 'refused', key: 'restore.taken', values: { where } }
	const lock = lockDataFolder(dataDir)
	const place = mkdtempSync(join(tmpdir(), 'renaksi-move-'))
	const source = await openDatabase({ kind: 'embedded', folder: join(dataDir, 'database'), template: null })
	const target = await openDatabase({ kind: 'server', url: to })
	try {
		await applyMigrations(source)
		return await movedInto({ config, source, target, place }, where)
	} finally {
		await source.close()
		await target.close()
		rmSync(place, { recursive: true, force: true })
		lock.release()
	}
}

type Moving = {
	readonly config: Config
	readonly source: Database
	readonly target: Database
	readonly place: string
}

async function movedInto({ config, source, target, place }: Moving, where: string): Promise<ArchiveResult> {
	const tables = await writeRows(source, (table) => {
		const file = join(place, tablePart(table))
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
		return createWriteStream(file, { mode: 0o600 })
	})
	const migrations = await source.sql<{ name: string; checksum: string }>(
		'SELECT "name", "checksum" FROM "_migration"',
	)
	await loadRows(target, place, { migrations, tables: [...tables] })
	const differing = differingTables(
		tables,
		await writeRows(target, () => new Writable({ write: (_c, _e, done) => done() })),
	)
	if (differing.length > 0)
		return { kind: 'refused', key: 'move.differs', values: { tables: differing.join(', ') } }
	const own = { ...config, files: await openFiles(config), now }
	const [before, check] = [await checkDatabase(source, own), await checkDatabase(target, own)]
	if (asOneText(before) !== asOneText(check))
		return { kind: 'refused', key: 'move.differs', values: { tables: 'LedgerEntry' } }
	const manifest = { tables: [...tables], parts: [], unreadable: [] }
	return { kind: 'done', done: 'move', archive: where, manifest, check, keys: null, baseUrl: config.baseUrl }
}

/** What a comparison found, in an order of its own: rows lie in another one after they were moved. */
function asOneText({ findings, ...figures }: Check): string {
	return JSON.stringify([findings.map((finding) => JSON.stringify(finding)).sort(), figures])
}

/** Tables whose rows, as text, are not the same on both sides. */
function differingTables(before: readonly WrittenTable[], after: readonly WrittenTable[]): readonly string[] {
	const sums = new Map(after.map(({ name, sum }) => [name, sum]))
	return before.filter(({ name, sum }) => sums.get(name) !== sum).map(({ name }) => name)
}

function addressGiven(): string | null {
	try {
		const { to } = parseArgs({
			options: { to: { type: 'string' }, json: { type: 'boolean', default: false } },
		}).values
		return to !== undefined && /^postgres(ql)?:\/\//.test(to) && URL.canParse(to) ? to : null
	} catch {
		return null
	}
}
