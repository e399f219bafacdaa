import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Check } from '#app/domain/integrity/queries.server.ts'
import { openFiles } from '#app/files.server.ts'
import { exitCodeOf, jsonOf, linesOf, notDone } from './archive/archive-lines.ts'
import type { ArchiveResult } from './archive/archive-lines.ts'
import { putKeys } from './archive/copy-keys.ts'
import { readArchive } from './archive/read-archive.ts'
import { isTaken, restoreArchive } from './archive/restore-archive.ts'
import { checkDatabase } from './check-database.ts'

// Puts an archive back where no database is, and compares what is there then:
//   npm run restore -- --from ARCHIVE [--keys FOLDER] [--json]
// An archive is read and compared with its sums as a whole before anything is written. Stop the server first.

const OPTIONS = {
	from: { type: 'string' },
	keys: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const

const now = new Date()
const result = await restored().catch(notDone)
const isJson = process.argv.includes('--json')
const lines = isJson ? [JSON.stringify(jsonOf(result), null, '\t')] : linesOf(result)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = exitCodeOf(result)

async function restored(): Promise<ArchiveResult> {
	const asked = argumentsGiven()
	if (!asked) return { kind: 'refused', key: 'restore.usage', values: {} }
	const config = readConfig()
	const archive = resolve(asked.from)
	const manifest = await readArchive(archive)
	const lock = lockDataFolder(config.dataDir)
	try {
		const key = await whyNot(config, asked.keys)
		if (key) return { kind: 'refused', key, values: { where: config.dataDir } }
		if (asked.keys !== undefined) putKeys(resolve(asked.keys), config.dataDir)
		await restoreArchive(config, archive, manifest)
		const check = await compared(config)
		return { kind: 'done', done: 'restore', archive, manifest, check, keys: null, baseUrl: config.baseUrl }
	} finally {
		lock.release()
	}
}

function argumentsGiven() {
	try {
		const { from, keys } = parseArgs({ options: OPTIONS }).values
		return from === undefined ? null : { from, keys }
	} catch {
		return null
	}
}

/** Why nothing is put back here, as the key of a sentence. */
async function whyNot(config: Config, keys: string | undefined): Promise<string | null> {
	const hasKeys = existsSync(join(config.dataDir, 'keys', 'ledger.key'))
	if (await isTaken(config)) return 'restore.taken'
	if (keys === undefined) return hasKeys ? null : 'restore.no-keys'
	if (hasKeys) return 'restore.has-keys'
	return existsSync(join(resolve(keys), 'ledger.key')) ? null : 'restore.not-keys'
}

async function compared(config: Config): Promise<Check> {
	const { dataDir, databaseUrl } = config
	const database = await openDatabase(
		databaseUrl === null
			? { kind: 'embedded', folder: join(dataDir, 'database'), template: null }
			: { kind: 'server', url: databaseUrl },
	)
	try {
		return await checkDatabase(database, { ...config, files: await openFiles(config), now })
	} finally {
		await database.close()
	}
}
