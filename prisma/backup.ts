import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { askControl } from '#app/control.server.ts'
import { DataFolderInUse, lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Check } from '#app/domain/integrity/queries.server.ts'
import { onDisk } from '#app/files.server.ts'
import { exitCodeOf, jsonOf, linesOf, notDone } from './archive/archive-lines.ts'
import type { ArchiveResult } from './archive/archive-lines.ts'
import { copyKeys } from './archive/copy-keys.ts'
import { loadRows } from './archive/load-rows.ts'
import type { Manifest } from './archive/manifest.ts'
import { readArchive } from './archive/read-archive.ts'
import { isTaken } from './archive/restore-archive.ts'
import { writeArchive } from './archive/write-archive.ts'
import { checkDatabase } from './check-database.ts'

// Writes the whole record into an archive, loads it once to see that it can be, and compares what was loaded with the
// log of the archive:
//   npm run backup -- --out FOLDER [--keys FOLDER] [--keep N] [--json]
// A server that holds the embedded database writes it while it goes on; a PostgreSQL server is read beside the site.

const OPTIONS = {
	out: { type: 'string' },
	keys: { type: 'string' },
	keep: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const

const ARCHIVE_NAME = /^renaksi-\d{8}T\d{6}Z$/

const now = new Date()
const result = await backedUp().catch(notDone)
const isJson = process.argv.includes('--json')
const lines = isJson ? [JSON.stringify(jsonOf(result), null, '\t')] : linesOf(result)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = exitCodeOf(result)

async function backedUp(): Promise<ArchiveResult> {
	const asked = argumentsGiven()
	if (!asked) return { kind: 'refused', key: 'backup.usage', values: {} }
	const config = readConfig()
	if (!(await isTaken(config)))
		return { kind: 'refused', key: 'backup.nothing', values: { where: config.dataDir } }
	const out = resolve(asked.out)
	const archive = await written(config, out)
	if (archive === null)
		return { kind: 'refused', key: 'archive.no-answer', values: { where: config.dataDir } }
	const manifest = await readArchive(archive)
	const check = await loadedOnce(config, archive, manifest)
	const keys = asked.keys === undefined ? null : copyKeys(config.dataDir, resolve(asked.keys), now)
	// Older ones go only once the new one has been loaded.
	if (asked.keep !== null)
		for (const name of tooOld(out, asked.keep)) rmSync(join(out, name), { recursive: true })
	return { kind: 'done', done: 'backup', archive, manifest, check, keys, baseUrl: config.baseUrl }
}

function argumentsGiven() {
	try {
		const { out, keys, keep } = parseArgs({ options: OPTIONS }).values
		const isNumber = keep === undefined || /^[1-9]\d{0,3}$/.test(keep)
		return out === undefined || !isNumber
			? null
			: { out, keys, keep: keep === undefined ? null : Number(keep) }
	} catch {
		return null
	}
}

/** Gives the folder of the archive; null where a server holds the database and does not answer. */
async function written(config: Config, out: string): Promise<string | null> {
	const { dataDir, databaseUrl } = config
	if (databaseUrl !== null) return writtenHere(config, { kind: 'server', url: databaseUrl }, out)
	try {
		const lock = lockDataFolder(dataDir)
		try {
			return await writtenHere(
				config,
				{ kind: 'embedded', folder: join(dataDir, 'database'), template: null },
				out,
			)
		} finally {
			lock.release()
		}
	} catch (error) {
		if (!(error instanceof DataFolderInUse)) throw error
		const answer = await askControl(dataDir, { command: 'backup', out })
		if (answer && !answer.ok) throw new Error(answer.error)
		return answer && String(answer.result)
	}
}

async function writtenHere(
	config: Config,
	address: Parameters<typeof openDatabase>[0],
	out: string,
): Promise<string> {
	const database = await openDatabase(address)
	try {
		return await writeArchive({ config, database, now }, out)
	} finally {
		await database.close()
	}
}

/** Loads the rows into an embedded database that goes away again, and compares them with the archive's log and files. */
async function loadedOnce(config: Config, archive: string, manifest: Manifest): Promise<Check> {
	const place = mkdtempSync(join(tmpdir(), 'renaksi-backup-'))
	const database = await openDatabase({ kind: 'embedded', folder: join(place, 'database'), template: null })
	try {
		await loadRows(database, archive, manifest)
		const files = onDisk(join(archive, 'files'))
		return await checkDatabase(database, { ...config, logIn: archive, files, now })
	} finally {
		await database.close()
		rmSync(place, { recursive: true, force: true })
	}
}

function tooOld(out: string, keep: number): readonly string[] {
	const names = readdirSync(out).filter((name) => ARCHIVE_NAME.test(name))
	return names.sort().slice(0, -keep)
}
