import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { askControl } from '#app/control.server.ts'
import { DataFolderInUse, lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { DatabaseAddress } from '#app/db.server.ts'
import { CheckAnswer } from '#app/domain/integrity/schema.ts'
import type { FsckAsked, Witness } from '#app/domain/integrity/schema.ts'
import { openFiles } from '#app/files.server.ts'
import { checkDatabase } from './check-database.ts'
import { exitCodeOf, jsonOf, linesOf } from './fsck-lines.ts'
import type { FsckResult } from './fsck-lines.ts'

// Whether database, log and evidence files agree, and whether the log is the one of which checkpoints and receipts
// were kept elsewhere:
//   npm run fsck -- [--checkpoint FILE]… [--receipt FILE]… [--json]
// Nothing is changed. A server that holds the embedded database is asked; a PostgreSQL server is read beside it.

const OPTIONS = {
	checkpoint: { type: 'string', multiple: true },
	receipt: { type: 'string', multiple: true },
	json: { type: 'boolean', default: false },
} as const

/** Errors whose message is meant for the person at the terminal. */
const PLAIN = ['ConfigError', 'KeyRefused']

try {
	const result = await checked().catch(notRun)
	const isJson = process.argv.includes('--json')
	const lines = isJson ? [JSON.stringify(jsonOf(result), null, '\t')] : linesOf(result)
	process.stdout.write(`${lines.join('\n')}\n`)
	process.exitCode = exitCodeOf(result)
} catch (error) {
	if (!(error instanceof Error) || !PLAIN.includes(error.name)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 2
}

async function checked(): Promise<FsckResult> {
	const asked = argumentsGiven()
	if (!asked) return { kind: 'not_run', key: 'fsck.usage', values: {} }
	const witnesses: Witness[] = []
	for (const file of [...(asked.checkpoint ?? []), ...(asked.receipt ?? [])]) {
		const witness = witnessIn(file)
		if (!witness) return { kind: 'not_run', key: 'fsck.usage.file', values: { file } }
		witnesses.push(witness)
	}
	const config = readConfig()
	const { dataDir, databaseUrl } = config
	const folder = join(dataDir, 'database')
	// Nothing is made here that is not there yet: neither a key nor a database.
	const needed = [join(dataDir, 'keys', 'ledger.key'), ...(databaseUrl === null ? [folder] : [])]
	if (!needed.every((path) => existsSync(path)))
		return { kind: 'not_run', key: 'fsck.nothing', values: { where: dataDir } }
	if (databaseUrl !== null) return checkedHere(config, { kind: 'server', url: databaseUrl }, witnesses)
	try {
		const lock = lockDataFolder(dataDir)
		try {
			return await checkedHere(config, { kind: 'embedded', folder, template: null }, witnesses)
		} finally {
			lock.release()
		}
	} catch (error) {
		if (!(error instanceof DataFolderInUse)) throw error
		return checkedByServer(config, witnesses)
	}
}

async function checkedHere(
	config: Config,
	address: DatabaseAddress,
	witnesses: readonly Witness[],
): Promise<FsckResult> {
	const database = await openDatabase(address)
	try {
		const own = { ...config, files: await openFiles(config), now: new Date() }
		return { kind: 'checked', check: await checkDatabase(database, own, witnesses), baseUrl: config.baseUrl }
	} finally {
		await database.close()
	}
}

async function checkedByServer({ dataDir, baseUrl }: Config, witnesses: Witness[]): Promise<FsckResult> {
	const answer = await askControl(dataDir, { command: 'fsck', witnesses } satisfies FsckAsked)
	if (!answer) return { kind: 'not_run', key: 'fsck.no-answer', values: { where: dataDir } }
	if (!answer.ok) return { kind: 'not_run', key: 'fsck.failed', values: { detail: answer.error } }
	return { kind: 'checked', check: CheckAnswer.parse(answer.result), baseUrl }
}

function argumentsGiven() {
	try {
		return parseArgs({ options: OPTIONS }).values
	} catch {
		return null
	}
}

/** A kept file, its line ends as the log writes them: mail and editors change them. */
function witnessIn(file: string): Witness | null {
	try {
		const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n')
		return text === '' ? null : { name: basename(file), text }
	} catch {
		return null
	}
}

/** Whatever stands in the way of comparing is no finding, and no sign that all is well either. */
function notRun(error: unknown): FsckResult {
	if (error instanceof Error && PLAIN.includes(error.name)) throw error
	const detail = error instanceof Error ? error.message : String(error)
	return { kind: 'not_run', key: 'fsck.failed', values: { detail } }
}
