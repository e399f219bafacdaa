import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#app/config.server.ts'
import { DataFolderInUse, lockDataFolder } from '#app/data-lock.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { DatabaseAddress } from '#app/db.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { parseCheckpoint, parseNote, signerOf } from '#app/ledger/checkpoint.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import { HASH_BYTES } from '#app/ledger/merkle.ts'
import { parseBundle, tilePath, tilesOf } from '#app/ledger/tiles.ts'
import type { TileAddress } from '#app/ledger/tiles.ts'
import type { FoundLog } from './log-findings.ts'

/** Why a log cannot be looked at: `code` names the sentence, as in a finding. */
export type NoLog = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

const PATIENCE_MS = 30_000
const AT_ONCE = 8
/** Answers larger than any the log gives are not read. */
const LONGEST_BYTES = 2 ** 25

/** Fetches a whole log from a site, with nothing but its public addresses. */
export async function logOfSite(site: string): Promise<FoundLog | NoLog> {
	const where = `${site.replace(/\/+$/, '')}/log`
	try {
		const [key, checkpoint] = await Promise.all([fetched(`${where}/key`), fetched(`${where}/checkpoint`)])
		const note = checkpoint.toString('utf8')
		const size = parseCheckpoint(parseNote(note)?.text ?? '')?.size ?? 0
		const tiles = tilesOf(size)
		const bundles = await all(
			tiles.filter(({ kind }) => kind === 'entries'),
			where,
		)
		const leaves = await all(
			tiles.filter((tile) => tile.kind === 'hashes' && tile.level === 0),
			where,
		)
		return {
			where,
			vkey: key.toString('utf8').trimEnd(),
			checkpoint: note,
			entries: bundles.flatMap((bundle) => parseBundle(bundle) ?? []),
			leaves: Buffer.concat(leaves),
		}
	} catch (error) {
		return { code: 'unreachable', values: { where, detail: detailOf(error) } }
	}
}

/**
 * The log of this deployment, from its own database and folder. Where a server holds the folder, that server is asked
 * instead, and `instead` is told of it.
 */
export async function logOfDeployment(
	config: Config,
	instead: (site: string) => void,
): Promise<FoundLog | NoLog> {
	const folder = join(config.dataDir, 'log')
	const database = join(config.dataDir, 'database')
	// Nothing is made here that is not there yet: neither a key nor a database.
	const needed = [join(folder, 'checkpoint'), join(config.dataDir, 'keys', 'ledger.key')]
	if (config.databaseUrl === null) needed.push(database)
	if (!needed.every((path) => existsSync(path))) return { code: 'no-log', values: { where: config.dataDir } }
	if (config.databaseUrl !== null) return readLog(config, { kind: 'server', url: config.databaseUrl })
	try {
		const lock = lockDataFolder(config.dataDir)
		try {
			return await readLog(config, { kind: 'embedded', folder: database, template: null })
		} finally {
			lock.release()
		}
	} catch (error) {
		if (!(error instanceof DataFolderInUse)) throw error
		const site = addressOf(config)
		instead(site)
		return logOfSite(site)
	}
}

/** The checkpoint is read first: whatever is logged meanwhile lies behind it. */
async function readLog({ dataDir }: Config, address: DatabaseAddress): Promise<FoundLog | NoLog> {
	const folder = await openLogFolder(join(dataDir, 'log'))
	const checkpoint = await folder.readCheckpoint()
	if (checkpoint === null) return { code: 'no-log', values: { where: dataDir } }
	const leaves = await folder.readLeaves()
	const origin = parseCheckpoint(parseNote(checkpoint)?.text ?? '')?.origin ?? 'unknown'
	const { vkey } = signerOf(/[\s+]/.test(origin) ? 'unknown' : origin, openKeys(dataDir).ledgerKey)
	const database = await openDatabase(address)
	try {
		const rows = await database.sql<{ index: number; entry: Uint8Array }>(
			'SELECT "index", "entry" FROM "LedgerEntry" ORDER BY "index"',
		)
		const gap = rows.findIndex(({ index }, at) => index !== at)
		const entries = (gap < 0 ? rows : rows.slice(0, gap)).map(({ entry }) => entry)
		return { where: dataDir, vkey, checkpoint, entries, leaves }
	} finally {
		await database.close()
	}
}

/** Where the running server is reached from this machine. */
function addressOf({ host, port, baseUrl }: Config): string {
	if (['127.0.0.1', 'localhost', '0.0.0.0', '::'].includes(host)) return `http://127.0.0.1:${port}`
	return host === '::1' ? `http://[::1]:${port}` : baseUrl
}

async function all(tiles: readonly TileAddress[], where: string): Promise<readonly Buffer[]> {
	const bytes: Buffer[] = []
	for (let start = 0; start < tiles.length; start += AT_ONCE) {
		const some = tiles.slice(start, start + AT_ONCE)
		bytes.push(...(await Promise.all(some.map((tile) => fetchedTile(tile, where)))))
	}
	return bytes
}

async function fetchedTile(tile: TileAddress, where: string): Promise<Buffer> {
	const url = `${where}/tile/${tilePath(tile)}`
	const bytes = await fetched(url)
	const isWhole =
		tile.kind === 'entries'
			? parseBundle(bytes)?.length === tile.width
			: bytes.length === tile.width * HASH_BYTES
	if (!isWhole) throw new Error(`${url}: ${bytes.length} bytes`)
	return bytes
}

async function fetched(url: string): Promise<Buffer> {
	const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
	if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
	const bytes = Buffer.from(await answer.arrayBuffer())
	if (bytes.length > LONGEST_BYTES) throw new Error(`${url}: ${bytes.length} bytes`)
	return bytes
}

function detailOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error)
	return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
