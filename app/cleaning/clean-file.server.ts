import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CleanFacts, FileRefusal } from '#app/domain/upload/rules.ts'
import { scanFile } from './clamd.server.ts'
import { runCleaning } from './cleaning-process.server.ts'
import { MADE } from './made.ts'

export type CleanedFile = CleanFacts & {
	readonly path: string
	readonly previewPath: string | null
	/** Removes what was made, once it is stored. */
	readonly discard: () => Promise<void>
}

export type Cleaner = {
	/** Makes a file anew without what it carried along, or says why not. The file itself is left where it is. */
	readonly cleanFile: (path: string) => Promise<CleanedFile | { readonly refusal: FileRefusal }>
	/** Ends what is being cleaned, and takes nothing more. */
	readonly close: () => void
}

export type CleanerWorld = {
	/** Folder in which each cleaning gets a folder of its own. */
	readonly folder: string
	readonly clamdSocket: string | null
}

const IMAGE_MS = 20_000
const PDF_MS = 90_000
const PDF_SIGN_WITHIN = 1_024
/** Whoever comes when so many wait is asked to come later, rather than wait for half an hour. */
const MOST_WAITING = 20

/** Opens the cleaning: one file at a time, the others wait their turn. */
export function openCleaner(world: CleanerWorld): Cleaner {
	let last: Promise<unknown> = Promise.resolve()
	let waiting = 0
	const ending = new AbortController()
	const isOver = () => ending.signal.aborted

	async function clean(path: string): Promise<CleanedFile | { readonly refusal: FileRefusal }> {
		if (isOver()) return { refusal: 'UNAVAILABLE' }
		const scan = world.clamdSocket === null ? 'clean' : await scanFile(path, world.clamdSocket)
		if (scan !== 'clean') return { refusal: scan === 'infected' ? 'INFECTED' : 'UNAVAILABLE' }
		const folder = await mkdtemp(join(world.folder, 'cleaning-'))
		const discard = () => rm(folder, { recursive: true, force: true })
		try {
			const limitMs = await patienceFor(path)
			const made = await runCleaning({ source: path, folder, limitMs, signal: ending.signal })
			if (!('refusal' in made)) return keptIn(folder, made, discard)
			await discard()
			return isOver() ? { refusal: 'UNAVAILABLE' } : made
		} catch (error) {
			await discard()
			throw error
		}
	}

	return {
		cleanFile: async (path) => {
			if (waiting >= MOST_WAITING) return { refusal: 'UNAVAILABLE' }
			waiting += 1
			const turn = last.then(() => clean(path))
			last = turn.catch(() => undefined)
			return turn.finally(() => (waiting -= 1))
		},
		close: () => ending.abort(),
	}
}

function keptIn(folder: string, made: CleanFacts, discard: () => Promise<void>): CleanedFile {
	const previewPath = made.previewSha256 === null ? null : join(folder, MADE.preview)
	return { ...made, path: join(folder, MADE.file), previewPath, discard }
}

async function patienceFor(path: string): Promise<number> {
	const file = await open(path, 'r')
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(PDF_SIGN_WITHIN), 0, PDF_SIGN_WITHIN, 0)
		return buffer.subarray(0, bytesRead).includes('%PDF-') ? PDF_MS : IMAGE_MS
	} finally {
		await file.close()
	}
}
