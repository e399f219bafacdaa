import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '#app/ledger/canonical-json.ts'

export type Value = null | boolean | number | string | readonly Value[] | Dictionary
export type Dictionary = { readonly [key: string]: Value }
type PdfObject = { readonly value: Value; readonly stream: Buffer | null }

/** A PDF taken apart by qpdf: every object under its number and generation, streams unpacked. */
export type Pdf = {
	readonly objects: ReadonlyMap<string, PdfObject>
	readonly trailer: Dictionary
}

const dictionary = z.record(z.string(), z.json())
const stored = z.union([
	z.object({ value: z.json() }),
	z.object({ stream: z.object({ dict: dictionary, data: z.string().default('') }) }),
])
const file = z.object({ qpdf: z.tuple([z.unknown(), z.record(z.string(), stored)]) })

/** Reads a PDF through qpdf, which knows nothing of who wrote it. */
export function readPdf(bytes: Uint8Array): Pdf {
	const json = takenApart(bytes)
	const objects = new Map<string, PdfObject>()
	let trailer: Dictionary = {}
	for (const [name, object] of Object.entries(file.parse(JSON.parse(json)).qpdf[1])) {
		const value = 'value' in object ? object.value : object.stream.dict
		const stream = 'stream' in object ? Buffer.from(object.stream.data, 'base64') : null
		if (name === 'trailer') trailer = dictionary.parse(value)
		else objects.set(name.replace('obj:', ''), { value, stream })
	}
	return { objects, trailer }
}

function takenApart(bytes: Uint8Array): string {
	const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
	try {
		writeFileSync(join(folder, 'file.pdf'), bytes)
		const options = ['--json-output=2', '--json-stream-data=inline', '--decode-level=generalized']
		const asked = [...options, join(folder, 'file.pdf'), '-']
		return execFileSync('qpdf', asked, { maxBuffer: 2 ** 30, encoding: 'utf8' })
	} finally {
		rmSync(folder, { recursive: true })
	}
}

/** What a value stands for: the object it names, else itself. */
export function follow(pdf: Pdf, value: Value | undefined): Value {
	if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null
	return pdf.objects.get(value)?.value ?? null
}

/** The dictionary that a value is or names; an empty one for anything else. */
export function dictionaryAt(pdf: Pdf, value: Value | undefined): Dictionary {
	const found = follow(pdf, value)
	return typeof found === 'object' && found !== null && !isList(found) ? found : {}
}

/** The list that a value is or names; a single value as a list of one. */
export function listAt(pdf: Pdf, value: Value | undefined): readonly Value[] {
	const found = follow(pdf, value)
	if (found === null) return []
	return isList(found) ? found : [value ?? null]
}

function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value)
}

/** The bytes of the stream that a value names. */
export function streamAt(pdf: Pdf, value: Value | undefined): Buffer {
	return (typeof value === 'string' ? pdf.objects.get(value)?.stream : null) ?? Buffer.alloc(0)
}

/** The text of a string of the file. */
export function textOf(value: Value | undefined): string {
	return typeof value === 'string' ? value.replace(/^u:/, '') : ''
}

/** A hash of all that is in a file but for how it is packed, which differs from one version of Node to the next. */
export function digestOf(bytes: Uint8Array): string {
	const { objects, trailer } = readPdf(bytes)
	const hash = createHash('sha256').update(canonicalJson(trailer))
	for (const [name, { value, stream }] of objects) {
		hash.update(`${name} ${canonicalJson(value)}`)
		if (stream) hash.update(stream)
	}
	return hash.digest('hex')
}
