import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import { openFiles } from '#app/files.server.ts'
import { ARCHIVE_FORMAT, MANIFEST, SUMS, tablePart } from './manifest.ts'
import type { Manifest, Part } from './manifest.ts'
import { partIn } from './read-archive.ts'
import { writeRows } from './write-rows.ts'

export type Archiving = {
	readonly config: Pick<Config, 'dataDir' | 'baseUrl' | 'filesOnS3'>
	readonly database: Pick<Database, 'db' | 'sql'>
	readonly now: Date
}

const MODE = 0o600
const FOLDER_MODE = 0o700

/**
 * Writes an archive into a folder of its own below `out`: rows, evidence files, files of reports and the signed head
 * of the log, each with its SHA-256. Keys are in none. It bears its name only once it is whole and on the disk.
 *
 * The log is read before the rows and the files after them: the rows hold all that the checkpoint covers, and every
 * file that the rows name was there already.
 *
 * Returns  the folder of the archive.
 */
export async function writeArchive({ config, database, now }: Archiving, out: string): Promise<string> {
	const name = `renaksi-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
	const [draft, archive] = [join(out, `${name}.part`), join(out, name)]
	await mkdir(draft, { recursive: true, mode: FOLDER_MODE })
	try {
		const log = await copied(draft, config.dataDir, ['log/checkpoint', 'log/leaves'])
		const checkpoint = await readFile(join(draft, 'log', 'checkpoint'), 'utf8').catch(() => null)
		const parts: Part[] = []
		const tables = await writeRows(database, (table) => fileIn(draft, tablePart(table)))
		for (const table of tables) parts.push(await partIn(draft, tablePart(table.name)))
		const evidence = await copiedEvidence(draft, config)
		const reports = await copied(draft, config.dataDir, await namesBelow(config.dataDir, 'reports'))
		const manifest: Manifest = {
			format: ARCHIVE_FORMAT,
			takenAt: now.toISOString(),
			baseUrl: config.baseUrl,
			migrations: await migrationsOf(database),
			tables: [...tables],
			checkpoint,
			parts: [...parts, ...log, ...evidence.parts, ...reports],
			unreadable: [...evidence.unreadable],
		}
		await writeHead(draft, manifest)
		await rename(draft, archive)
		await synced(out)
		return archive
	} catch (error) {
		await rm(draft, { recursive: true, force: true })
		throw error
	}
}

async function writeHead(draft: string, manifest: Manifest): Promise<void> {
	const text = `${JSON.stringify(manifest, null, '\t')}\n`
	const head = { path: MANIFEST, sha256: createHash('sha256').update(text).digest('hex') }
	const sums = [head, ...manifest.parts].map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
	await writeFile(join(draft, MANIFEST), text, { mode: MODE, flush: true })
	await writeFile(join(draft, SUMS), sums, { mode: MODE, flush: true })
	await synced(draft)
}

async function migrationsOf({ sql }: Pick<Database, 'sql'>): Promise<Manifest['migrations']> {
	return sql('SELECT "name", "checksum" FROM "_migration" ORDER BY "name"')
}

async function copiedEvidence(draft: string, config: Archiving['config']) {
	const store = await openFiles(config)
	const parts: Part[] = []
	const unreadable: string[] = []
	for await (const { sha256 } of store.list()) {
		const path = `files/${sha256.slice(0, 2)}/${sha256}`
		const stream = await store.open(sha256)
		// A file that was withdrawn since it was listed is none of this archive's.
		if (!stream) continue
		const part = await written(draft, path, stream)
		parts.push(part)
		if (part.sha256 !== sha256) unreadable.push(sha256)
	}
	return { parts, unreadable }
}

/** Copies files of a folder that may go away meanwhile: what is gone is left out. */
async function copied(draft: string, from: string, paths: readonly string[]): Promise<readonly Part[]> {
	const parts: Part[] = []
	for (const path of paths) {
		const handle = await open(join(from, path), 'r').catch(() => null)
		if (handle) parts.push(await written(draft, path, handle.createReadStream()))
	}
	return parts
}

/** Paths of the files below a folder, without those that are still being written. */
async function namesBelow(from: string, folder: string): Promise<readonly string[]> {
	const entries = await readdir(join(from, folder), { recursive: true, withFileTypes: true }).catch(() => [])
	return entries
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
		.map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
		.sort()
}

async function written(draft: string, path: string, from: Readable): Promise<Part> {
	await pipeline(from, fileIn(draft, path))
	return partIn(draft, path)
}

/** A new file, whose bytes are on the disk once it is closed. */
function fileIn(draft: string, path: string) {
	mkdirSync(dirname(join(draft, path)), { recursive: true, mode: FOLDER_MODE })
	return createWriteStream(join(draft, path), { flags: 'wx', mode: MODE, flush: true })
}

async function synced(folder: string): Promise<void> {
	const handle = await open(folder, 'r')
	try {
		await handle.sync().catch(() => undefined)
	} finally {
		await handle.close()
	}
}
