import type { PDFiumLibrary } from '@hyzyla/pdfium'
import type { RemovedCode } from '#app/domain/upload/rules.ts'

/** The library's own functions, by name: its wrapper offers only those for drawing. */
export type Native = {
	/** Calls one with numbers; 0 where this build has none of that name. */
	readonly call: (name: string, ...given: readonly number[]) => number
	/** Lends a text of ASCII as the library wants it. */
	readonly withText: (text: string, use: (pointer: number) => number) => number
}

/** The functions behind a library that is open. */
export function nativeOf(library: PDFiumLibrary): Native {
	const native = objectIn(library, 'module')
	const exported = objectIn(native, 'wasmExports')
	return {
		call: (name, ...given) => call(native, name, given),
		withText: (text, use) => {
			const letters = [...Buffer.from(text, 'latin1'), 0]
			const pointer = call(exported, 'malloc', [letters.length])
			const memory: unknown = Reflect.get(native, 'HEAPU8')
			if (memory instanceof Uint8Array) memory.set(letters, pointer)
			try {
				return use(pointer)
			} finally {
				call(exported, 'free', [pointer])
			}
		},
	}
}

/** The library's number for one of its documents or pages. */
export function pointerIn(wrapper: object, name: 'documentIdx' | 'pageIdx'): number {
	return Number(Reflect.get(wrapper, name))
}

function call(owner: object, name: string, given: readonly number[]): number {
	const found: unknown = Reflect.get(owner, name)
	return typeof found === 'function' ? Number(Reflect.apply(found, undefined, given)) : 0
}

function objectIn(owner: object, name: string): object {
	const found: unknown = Reflect.get(owner, name)
	if (typeof found !== 'object' || found === null) throw new Error(`the library has no ${name}`)
	return found
}

const INFO: readonly (readonly [code: RemovedCode, entries: readonly string[]])[] = [
	['AUTHOR', ['Author']],
	['DATES', ['CreationDate', 'ModDate']],
	['COMMENT', ['Title', 'Subject', 'Keywords']],
	['METADATA', ['Creator', 'Producer']],
]

const RAW: readonly (readonly [code: RemovedCode, pattern: RegExp])[] = [
	['METADATA', /<x:xmpmeta|<\?xpacket|\/Metadata\b|Exif\0\0/],
	['SCRIPTS', /\/(JavaScript|JS|Launch|XFA|RichMedia)\b/],
	['ATTACHMENTS', /\/EmbeddedFiles?\b/],
	['LINKS', /\/URI\b/],
]

/** An empty text takes two bytes in the library's letters. */
const EMPTY_TEXT_BYTES = 2

/** What a document carries beside its pages. Everything but its pictures is left behind, whatever this finds. */
export function documentTraces(
	native: Native,
	{ pointer, bytes }: { readonly pointer: number; readonly bytes: Buffer },
): readonly RemovedCode[] {
	const says = (entry: string) =>
		native.withText(entry, (tag) => native.call('_FPDF_GetMetaText', pointer, tag, 0, 0)) > EMPTY_TEXT_BYTES
	const raw = bytes.toString('latin1')
	const end = raw.lastIndexOf('%%EOF')
	return [
		...INFO.filter(([, entries]) => entries.some(says)).map(([code]) => code),
		...RAW.filter(([, pattern]) => pattern.test(raw)).map(([code]) => code),
		...(native.call('_FPDFDoc_GetJavaScriptActionCount', pointer) > 0 ? (['SCRIPTS'] as const) : []),
		...(native.call('_FPDFDoc_GetAttachmentCount', pointer) > 0 ? (['ATTACHMENTS'] as const) : []),
		...(end !== -1 && raw.slice(end + 5).trim() !== '' ? (['TRAILING_DATA'] as const) : []),
	]
}

const LINK = 2
const FILE_ATTACHMENT = 17
const FORM_FIELD = 20

/** What one page carries beside what it shows. */
export function pageTraces(native: Native, page: number): readonly RemovedCode[] {
	const text = native.call('_FPDFText_LoadPage', page)
	const letters = text === 0 ? 0 : native.call('_FPDFText_CountChars', text)
	if (text !== 0) native.call('_FPDFText_ClosePage', text)
	const notes = Array.from({ length: native.call('_FPDFPage_GetAnnotCount', page) }, (_none, at) =>
		noteCode(native, page, at),
	)
	return [...(letters > 0 ? (['TEXT_LAYER'] as const) : []), ...notes.filter((code) => code !== null)]
}

function noteCode(native: Native, page: number, at: number): RemovedCode | null {
	const note = native.call('_FPDFPage_GetAnnot', page, at)
	if (note === 0) return null
	const kind = native.call('_FPDFAnnot_GetSubtype', note)
	native.call('_FPDFPage_CloseAnnot', note)
	if (kind === LINK) return 'LINKS'
	if (kind === FILE_ATTACHMENT) return 'ATTACHMENTS'
	return kind === FORM_FIELD ? null : 'COMMENT'
}
