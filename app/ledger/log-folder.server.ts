import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { HASH_BYTES } from './merkle.ts'

/** What the log keeps outside the database, so that neither of the two can be rewritten unnoticed on its own. */
export type LogFolder = {
	/** The last signed checkpoint; null before the first. */
	readonly readCheckpoint: () => Promise<string | null>
	/** Replaces the checkpoint as a whole: whoever reads finds the old one or the new one, also after a power cut. */
	readonly writeCheckpoint: (note: string) => Promise<void>
	/** The leaf hashes that are kept, one after the other; an incomplete last one is left out. */
	readonly readLeaves: () => Promise<Uint8Array>
	/** Writes leaf hashes from a position on, cuts off what was kept beyond them, and returns once they are on the disk. */
	readonly writeLeaves: (position: number, leaves: Uint8Array) => Promise<void>
}

/** The folder of a log, made where it is not there yet. */
export async function openLogFolder(folder: string): Promise<LogFolder> {
	await mkdir(folder, { recursive: true, mode: 0o700 })
	const checkpoint = join(folder, 'checkpoint')
	const leavesFile = join(folder, 'leaves')

	return {
		readCheckpoint: async () => (await bytesOf(checkpoint))?.toString('utf8') ?? null,
		writeCheckpoint: async (note) => {
			const draft = `${checkpoint}.new`
			await write(draft, { truncateAt: 0, bytes: Buffer.from(note, 'utf8') })
			await rename(draft, checkpoint)
			await syncFolder(folder)
		},
		readLeaves: async () => {
			const bytes = (await bytesOf(leavesFile)) ?? Buffer.alloc(0)
			return bytes.subarray(0, bytes.length - (bytes.length % HASH_BYTES))
		},
		writeLeaves: async (position, leaves) => {
			await write(leavesFile, { truncateAt: position * HASH_BYTES, bytes: leaves })
			await syncFolder(folder)
		},
	}
}

async function bytesOf(file: string): Promise<Buffer | null> {
	try {
		return await readFile(file)
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
		throw error
	}
}

type Piece = { readonly truncateAt: number; readonly bytes: Uint8Array }

/** Keeps the file up to a position, puts the bytes after it, and waits for the disk. */
async function write(file: string, { truncateAt, bytes }: Piece): Promise<void> {
	const handle = await opened(file)
	try {
		await handle.truncate(truncateAt)
		for (let done = 0; done < bytes.length;) {
			const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, truncateAt + done)
			done += bytesWritten
		}
		await handle.sync()
	} finally {
		await handle.close()
	}
}

async function opened(file: string) {
	try {
		return await open(file, 'r+')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return open(file, 'wx+', 0o600)
		throw error
	}
}

/** A new name is only safe once its folder is; systems that cannot sync a folder keep it safe themselves. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return
	const handle = await open(folder, 'r')
	try {
		await handle.sync()
	} finally {
		await handle.close()
	}
}
