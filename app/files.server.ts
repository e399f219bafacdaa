import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, statSync, unlinkSync } from 'node:fs'
import { chmod, mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Config, S3Settings } from './config.server.ts'

export type StoredFile = {
	readonly sha256: string
	readonly bytes: number
	/** When it was stored, or put once more. */
	readonly modifiedAt: Date
}

/** Bytes under their SHA-256 (lowercase hex). What is here is cleaned: nothing else is ever put. */
export type FileStore = {
	/**
	 * Stores a local file. It is there for good, and whole, when this returns; once more changes nothing but its age.
	 *
	 * Throws  when the bytes are not those of the hash.
	 */
	readonly put: (localPath: string, sha256: string) => Promise<void>
	/** The bytes; null where there is no such file. */
	readonly open: (sha256: string) => Promise<Readable | null>
	readonly has: (sha256: string) => Promise<boolean>
	/** What the bytes hash to now; null where there is no such file. */
	readonly hashOf: (sha256: string) => Promise<string | null>
	/** Removes the bytes; with an instant, only where they were last put before it. */
	readonly remove: (sha256: string, putBefore?: Date) => Promise<void>
	readonly list: () => AsyncIterable<StoredFile>
	/** Folder of files on their way, readable by the server only. */
	readonly incoming: string
	/** Removes what began to arrive, or to be stored, before an instant and never ended. Gives how many. */
	readonly removePartial: (before: Date) => Promise<number>
}

type Bytes = Omit<FileStore, 'incoming' | 'hashOf' | 'removePartial'>

/** Every file has the same time, so that times tell nobody who was at work when. */
const LEVEL_S = 946_684_800
const MODE = 0o440
const FOLDER_MODE = 0o700
const KEY = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})$/
const PARTIAL = '.part'

/** Opens the store of evidence files: on the disk, or on the service that the configuration names. */
export async function openFiles(config: Pick<Config, 'dataDir' | 'filesOnS3'>): Promise<FileStore> {
	const incoming = join(config.dataDir, 'incoming')
	const root = join(config.dataDir, 'files')
	for (const folder of config.filesOnS3 ? [incoming] : [incoming, root]) {
		await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
		await chmod(folder, FOLDER_MODE)
	}
	const bytes = config.filesOnS3 ? await onService(config.filesOnS3) : onDisk(root)
	return {
		...bytes,
		incoming,
		hashOf: async (sha256) => {
			const stream = await bytes.open(sha256)
			return stream && hashOfStream(stream)
		},
		removePartial: async (before) => {
			const arriving = (await readdir(incoming)).map((name) => join(incoming, name))
			const names = config.filesOnS3 ? [] : await readdir(root, { recursive: true })
			const stored = names.filter((name) => name.endsWith(PARTIAL)).map((name) => join(root, name))
			const old = await olderThan(before, [...arriving, ...stored])
			for (const path of old) await rm(path, { recursive: true, force: true })
			return old.length
		},
	}
}

function keyOf(sha256: string): string {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no SHA-256 in lowercase hex')
	return `${sha256.slice(0, 2)}/${sha256}`
}

/** A store in a folder of its own: beside what every store does, it tells where a file lies, and takes bytes too. */
export type FolderStore = Bytes & {
	/** Where the bytes lie, or would. */
	readonly pathOf: (sha256: string) => string
	/** Stores bytes as `put` does a file. */
	readonly putBytes: (bytes: Uint8Array, sha256: string) => Promise<void>
	readonly hashOf: FileStore['hashOf']
}

/** The store in a folder, which is there already. */
export function onDisk(root: string): FolderStore {
	const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
	const pathOf = (sha256: string) => join(root, keyOf(sha256))
	return {
		...reading(disk),
		pathOf,
		hashOf: async (sha256) =>
			(await disk.exists(keyOf(sha256))) ? hashOfStream(createReadStream(pathOf(sha256))) : null,
		putBytes: async (bytes, sha256) => {
			if (await isThere(pathOf(sha256), sha256)) return
			await write(Readable.from([Buffer.from(bytes)]), pathOf(sha256))
		},
		put: async (localPath, sha256) => {
			if (!(await isThere(pathOf(sha256), sha256))) await write(createReadStream(localPath), pathOf(sha256))
		},
		remove: async (sha256, putBefore) => {
			if (putBefore) removeOld(pathOf(sha256), putBefore)
			else await disk.delete(keyOf(sha256))
			await syncFolder(dirname(pathOf(sha256)))
		},
		list: async function* () {
			const { objects } = await disk.listAll('/', { recursive: true })
			for (const { sha256 } of named(objects)) {
				const found = await stat(pathOf(sha256)).catch(() => null)
				// The time of change cannot be levelled, and tells when it was put.
				if (found) yield { sha256, bytes: found.size, modifiedAt: found.ctime }
			}
		},
	}
}

/** Whether the very bytes are there. Touching comes first: from then on a sweep leaves the file alone. */
async function isThere(path: string, sha256: string): Promise<boolean> {
	const isTouched = await utimes(path, LEVEL_S, LEVEL_S).then(
		() => true,
		() => false,
	)
	return isTouched && (await hashOfStream(createReadStream(path))) === sha256
}

/** Written beside its place, synced, renamed into it, and the folders synced: a power cut leaves all or nothing. */
async function write(from: Readable, to: string): Promise<void> {
	const folder = dirname(to)
	const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
	const part = `${to}.${randomBytes(6).toString('hex')}${PARTIAL}`
	try {
		if ((await copy(from, part)) !== basename(to)) throw new Error('the file is not what its hash says')
		await rename(part, to)
	} finally {
		await rm(part, { force: true })
	}
	await syncFolder(folder)
	if (made !== undefined) await syncFolder(dirname(folder))
}

async function copy(from: Readable, to: string): Promise<string> {
	const hash = createHash('sha256')
	const target = await open(to, 'wx', 0o600)
	try {
		for await (const chunk of from) {
			if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
			hash.update(chunk)
			await target.writeFile(chunk)
		}
		await target.chmod(MODE)
		await target.utimes(LEVEL_S, LEVEL_S)
		await target.sync()
	} finally {
		await target.close()
	}
	return hash.digest('hex')
}

/** Looked at and removed in one step, so that nobody can put it once more in between. */
function removeOld(path: string, putBefore: Date): void {
	const found = statSync(path, { throwIfNoEntry: false })
	if (found && found.ctime < putBefore) unlinkSync(path)
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => null)
	// Not every system lets a folder be synced; where one does not, its rename is safe without.
	await handle?.sync().catch(() => undefined)
	await handle?.close()
}

async function onService(settings: S3Settings): Promise<Bytes> {
	const disk = await serviceAt(settings)
	return {
		...reading(disk),
		put: async (localPath, sha256) => {
			const bytes = await readFile(localPath)
			if (createHash('sha256').update(bytes).digest('hex') !== sha256)
				throw new Error('the file is not what its hash says')
			await disk.put(keyOf(sha256), bytes)
		},
		remove: async (sha256, putBefore) => {
			if (putBefore && (!(await disk.exists(keyOf(sha256))) || (await ageOf(disk, sha256)) >= putBefore))
				return
			await disk.delete(keyOf(sha256))
		},
		list: async function* () {
			let paginationToken: string | undefined
			do {
				const page = await disk.listAll('/', {
					recursive: true,
					...(paginationToken ? { paginationToken } : {}),
				})
				for (const { sha256 } of named(page.objects)) {
					// The service's list has the length too, but flydrive does not hand it on.
					const { contentLength, lastModified } = await disk.getMetaData(keyOf(sha256))
					yield { sha256, bytes: contentLength, modifiedAt: lastModified }
				}
				paginationToken = page.paginationToken
			} while (paginationToken)
		},
	}
}

/** The service's library is large: it is loaded only where it is used. */
async function serviceAt(settings: S3Settings): Promise<Disk> {
	const { S3Driver } = await import('flydrive/drivers/s3')
	return new Disk(
		new S3Driver({
			endpoint: settings.endpoint,
			region: settings.region,
			bucket: settings.bucket,
			credentials: { accessKeyId: settings.keyId, secretAccessKey: settings.secret },
			forcePathStyle: true,
			requestChecksumCalculation: 'WHEN_REQUIRED',
			responseChecksumValidation: 'WHEN_REQUIRED',
			supportsACL: false,
			visibility: 'private',
		}),
	)
}

function reading(disk: Disk): Pick<Bytes, 'open' | 'has'> {
	return {
		open: async (sha256) => ((await disk.exists(keyOf(sha256))) ? disk.getStream(keyOf(sha256)) : null),
		has: (sha256) => disk.exists(keyOf(sha256)),
	}
}

type Listed = Awaited<ReturnType<Disk['listAll']>>['objects'] extends Iterable<infer Entry> ? Entry : never

/** The files among what a store lists that bear the name of a hash. */
function* named(objects: Iterable<Listed>) {
	for (const file of objects) {
		if (!file.isFile) continue
		const sha256 = KEY.exec(file.key)?.[2]
		if (sha256 !== undefined) yield { sha256 }
	}
}

async function ageOf(disk: Disk, sha256: string): Promise<Date> {
	return (await disk.getMetaData(keyOf(sha256))).lastModified
}

async function hashOfStream(stream: Readable): Promise<string> {
	const hash = createHash('sha256')
	for await (const chunk of stream) {
		if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
		hash.update(chunk)
	}
	return hash.digest('hex')
}

/** Entries of a folder that changed last before an instant: files on their way are removed with all that is in them. */
async function olderThan(before: Date, paths: readonly string[]): Promise<readonly string[]> {
	const found = await Promise.all(
		paths.map(async (path) => ({ path, at: await stat(path).catch(() => null) })),
	)
	return found.flatMap(({ path, at }) => (at && at.ctime < before ? [path] : []))
}
