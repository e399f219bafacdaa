import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaType, RemovedCode } from '#app/domain/upload/rules.ts'
import { HEAD_BYTES, kindOf } from './kind-of-file.ts'
import type { FileKind } from './kind-of-file.ts'
import { MADE } from './made.ts'
import type { WorkerAnswer } from './worker-answer.ts'

// Cleans one file in a process of its own, which may be ended at any moment:
//   node --import tsx app/cleaning/worker.ts FILE FOLDER
// writes the cleaned file and its preview into the folder and says on one line what it made, or why nothing.

type Made = {
	readonly mediaType: MediaType
	readonly preview: Buffer | null
	readonly pages: number | null
	readonly removed: readonly RemovedCode[]
}

const [source = '', folder = ''] = process.argv.slice(2)
// Whoever asked for it is gone when the input ends: nobody waits for the answer any more.
process.stdin.resume().once('close', () => process.exit(1))

const answer = await clean().catch((error: unknown): WorkerAnswer => ({ refusal: refusalFor(error) }))
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))

async function clean(): Promise<WorkerAnswer> {
	const kind = await kindOf(await headOf(source))
	if (typeof kind === 'object') return kind
	const made = await make(kind, join(folder, MADE.file))
	if ('refusal' in made) return made
	if (made.preview) await writeFile(join(folder, MADE.preview), made.preview, { flag: 'wx' })
	return {
		mediaType: made.mediaType,
		sha256: await hashOf(join(folder, MADE.file)),
		bytes: (await stat(join(folder, MADE.file))).size,
		previewSha256: made.preview && (await hashOf(join(folder, MADE.preview))),
		pages: made.pages,
		removed: [...made.removed],
	}
}

/** Loads only what this kind needs: a decoder that is not loaded cannot be attacked. */
async function make(
	kind: FileKind,
	target: string,
): Promise<Made | Extract<WorkerAnswer, { refusal: unknown }>> {
	if (kind === 'TEXT') {
		const { cleanText } = await import('./clean-text.ts')
		const made = cleanText(await readFile(source))
		if ('refusal' in made) return made
		await writeFile(target, made.text, { flag: 'wx' })
		return { mediaType: made.mediaType, preview: null, pages: null, removed: made.removed }
	}
	const images = await import('./clean-image.server.ts')
	images.restrictImages()
	if (kind === 'PDF') {
		const { cleanPdf } = await import('./clean-pdf.server.ts')
		const made = await cleanPdf(source, target)
		return 'refusal' in made ? made : { ...made, mediaType: 'application/pdf' }
	}
	const made = await images.cleanImage(source, kind)
	if ('refusal' in made) return made
	await writeFile(target, made.file, { flag: 'wx' })
	return { ...made, pages: null }
}

async function headOf(path: string): Promise<Uint8Array> {
	const file = await open(path, 'r')
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
		return buffer.subarray(0, bytesRead)
	} finally {
		await file.close()
	}
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256')
	for await (const chunk of createReadStream(path)) {
		if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
		hash.update(chunk)
	}
	return hash.digest('hex')
}

/** What the system refuses (no room, no right) is no fault of the file. */
function refusalFor(error: unknown): 'UNAVAILABLE' | 'BROKEN' {
	return error instanceof Error && 'syscall' in error ? 'UNAVAILABLE' : 'BROKEN'
}
