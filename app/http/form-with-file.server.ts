import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'
import type { FileRefusal } from '#app/domain/upload/rules.ts'
import { storageFaultIn } from './storage-fault.ts'

export type FormWithFile = {
	readonly fields: URLSearchParams
	/** `none` where no file was chosen. */
	readonly file: 'none' | 'arrived' | { readonly refusal: FileRefusal }
}

export type FilePlace = {
	/** Asked when the first byte is there: why the file is not taken, or null. */
	readonly begin: () => Promise<FileRefusal | null>
	readonly path: string
}

/** Name of the field with the file. */
const FILE_FIELD = 'file'
const LIMITS = {
	files: 1,
	fields: 20,
	parts: 22,
	fieldNameSize: 100,
	// A form of several pages carries in one field what the pages before asked.
	fieldSize: 2 ** 19,
	headerPairs: 20,
	// Counted where it is written; past this limit the parser would read on without waiting for anybody.
	fileSize: Infinity,
}
/** The text fields and the lines between them. A field is judged at its end, which may never come. */
const BESIDE_THE_FILE_BYTES = 2 ** 20

/**
 * Reads a form with one file: the file goes to the disk as it comes, and nothing more is read once it is too large or
 * refused. Text fields that stand before the file are known by then, so what was typed is not lost.
 *
 * Returns  'malformed' where it is no such form.
 * Throws   with status 400 when the client goes away.
 */
export async function readFormWithFile(
	req: IncomingMessage,
	place: FilePlace,
): Promise<FormWithFile | 'malformed'> {
	const parser = parserFor(req)
	if (!parser) return 'malformed'
	const fields = new URLSearchParams()
	let file: Promise<FormWithFile['file']> = Promise.resolve('none')
	const read = reading(req, parser)
	parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
		if (nameTruncated || valueTruncated) read.stop('malformed')
		else fields.append(name, value)
	})
	parser.on('file', (name, bytes, { filename }) => {
		// Ending the parser fails the stream of a file too, also where nobody reads it.
		bytes.on('error', () => undefined)
		const isNamed = typeof filename === 'string' && filename !== ''
		if (name !== FILE_FIELD) {
			read.stop('malformed')
			return
		}
		read.allow(FILE_MAX_BYTES)
		file = keep(bytes, place, { isNamed, isTooLong: isTooLong(req) }).catch(asRefusal)
		file.then((kept) => typeof kept === 'object' && read.stop('refused')).catch(read.fail)
	})
	const end = await read.ended.finally(() => file.catch(() => undefined))
	return end === 'malformed' ? end : { fields, file: await file }
}

type Reading = {
	/** How the reading ended; fails where the client went away. */
	readonly ended: Promise<'whole' | 'refused' | 'malformed'>
	/** Reads nothing more, and ends what is read from it. */
	readonly stop: (why: 'refused' | 'malformed') => void
	readonly fail: (error: unknown) => void
	/** Lets so many bytes more be read. */
	readonly allow: (bytes: number) => void
}

function reading(req: IncomingMessage, parser: busboy.Busboy): Reading {
	const { promise: ended, resolve, reject } = withResolvers<'whole' | 'refused' | 'malformed'>()
	let mayBeRead = BESIDE_THE_FILE_BYTES
	const count = (piece: Buffer) => {
		mayBeRead -= piece.length
		if (mayBeRead < 0) stop('malformed')
	}
	function quit(): void {
		req.off('data', count)
		req.unpipe(parser)
		req.pause()
		parser.destroy()
	}
	function stop(why: 'refused' | 'malformed'): void {
		resolve(why)
		quit()
	}
	function fail(error: unknown): void {
		reject(error)
		quit()
	}
	for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
		parser.on(limit, () => stop('malformed'))
	parser.on('error', () => stop('malformed'))
	parser.on('close', () => resolve('whole'))
	req.once('close', () => {
		if (!req.complete) fail(Object.assign(new Error('the request broke off'), { status: 400 }))
	})
	req.on('data', count)
	req.pipe(parser)
	return { ended, stop, fail, allow: (bytes) => void (mayBeRead += bytes) }
}

function parserFor(req: IncomingMessage): busboy.Busboy | null {
	try {
		return busboy({ headers: req.headers, limits: LIMITS, defParamCharset: 'utf8' })
	} catch {
		return null
	}
}

/** So long that the file must be too large, whatever stands beside it. */
function isTooLong(req: IncomingMessage): boolean {
	return Number(req.headers['content-length'] ?? 0) > FILE_MAX_BYTES + BESIDE_THE_FILE_BYTES
}

async function keep(
	bytes: Readable,
	{ begin, path }: FilePlace,
	{ isNamed, isTooLong }: { readonly isNamed: boolean; readonly isTooLong: boolean },
): Promise<FormWithFile['file']> {
	let target: Awaited<ReturnType<typeof open>> | null = null
	let length = 0
	try {
		for await (const piece of bytes) {
			if (!Buffer.isBuffer(piece)) throw new Error('a file is read as bytes')
			length += piece.length
			if (isTooLong || length > FILE_MAX_BYTES) return { refusal: 'TOO_LARGE' }
			if (!target) {
				const refusal = await begin()
				if (refusal) return { refusal }
				target = await open(path, 'wx', 0o600)
			}
			await target.writeFile(piece)
		}
	} finally {
		await target?.close()
	}
	if (length > 0) return 'arrived'
	return isNamed ? { refusal: 'EMPTY' } : 'none'
}

/** A disk without room is no defect: the form is shown again, with what was typed. */
function asRefusal(error: unknown): FormWithFile['file'] {
	if (storageFaultIn(error) === null) throw error
	return { refusal: 'UNAVAILABLE' }
}

/** A promise with what settles it. */
function withResolvers<Value>() {
	let resolve: (value: Value) => void = () => undefined
	let reject: (error: unknown) => void = () => undefined
	const promise = new Promise<Value>((yes, no) => {
		resolve = yes
		reject = no
	})
	return { promise, resolve, reject }
}
