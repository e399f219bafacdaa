import type { FileRefusal } from '#app/domain/upload/rules.ts'

/** What can be made anew, and so be cleaned. */
export type FileKind = 'JPEG' | 'PNG' | 'WEBP' | 'PDF' | 'TEXT'

/** So much of a file is looked at to tell what it is. */
export const HEAD_BYTES = 64 * 2 ** 10

const PDF_SIGN_WITHIN = 1_024

/** How the kinds that are made anew begin. They are told at once, without loading what knows all others. */
const BEGINNINGS: readonly (readonly [kind: FileKind, pattern: RegExp])[] = [
	['PDF', /^%PDF-/],
	['JPEG', /^\xff\xd8\xff/],
	['PNG', /^\x89PNG\r\n[\s\S]\n/],
	['WEBP', /^RIFF[\s\S]{4}WEBP/],
]

const REFUSED: readonly (readonly [pattern: RegExp, refusal: FileRefusal])[] = [
	[/^image\/(hei[cf]|hei[cf]-sequence)$/, 'HEIC'],
	[/^image\/|postscript|photoshop|^model\//, 'OTHER_IMAGE'],
	[/^(audio|video)\/|ogg|asf|matroska|mxf/, 'AUDIO_VIDEO'],
	[/xml$/, 'MARKUP'],
	[
		/officedocument|opendocument|ms-(excel|powerpoint|visio|outlook|word)|msword|rtf|cfb|visio|epub/,
		'OFFICE_FILE',
	],
	[
		/msdownload|elf|mach-binary|shortcut|alias|shockwave|java|wasm|lua|chrome-extension|apk|xpinstall/,
		'PROGRAM',
	],
	[/zip|rar|7z|tar|compress|lz|zst|xz|bzip|cab|archive|cpio|deb|rpm|iso9660|diskimage|arj|ace/, 'ARCHIVE'],
]

/** Kinds of text that are known by name, and are text all the same. */
const TEXT_TYPES = /^text\/(?:calendar|vcard)$/

const MARKUP = /^(?:<!--[\s\S]*?-->|\s)*<(?:[a-z!?/])/i
const MAIL_OF_PAGES =
	/^(?:mime-version|from|received|content-type): .*[\s\S]*?^content-type: *(?:multipart|text\/html)/im
const PROGRAM_TEXT =
	/^\s*(?:#!|@echo\b|%!ps)|(?:^|\n)\s*\[(?:desktop entry|internetshortcut|autorun|shellclassinfo)\]/i

/**
 * What the beginning of a file says it is. It only chooses who makes the file anew, and never clears a file: a file
 * can be two things at once, and what is served is made from what one decoder saw in it.
 */
export async function kindOf(head: Uint8Array): Promise<FileKind | { readonly refusal: FileRefusal }> {
	if (head.length === 0) return { refusal: 'EMPTY' }
	const start = Buffer.from(head.subarray(0, PDF_SIGN_WITHIN)).toString('latin1')
	const kind = BEGINNINGS.find(([, pattern]) => pattern.test(start))?.[0]
	if (kind) return kind
	// The mark of UTF-16 looks like the beginning of a sound.
	if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) return { refusal: 'TEXT_ENCODING' }
	const mime = await typeOf(head)
	if (mime !== null && !TEXT_TYPES.test(mime))
		return { refusal: REFUSED.find(([pattern]) => pattern.test(mime))?.[1] ?? 'UNKNOWN' }
	const text = textOf(head)
	if (text !== null && MARKUP.test(text)) return { refusal: 'MARKUP' }
	if (start.includes('%PDF-')) return 'PDF'
	if (text === null) return { refusal: looksLikeOtherText(head) ? 'TEXT_ENCODING' : 'UNKNOWN' }
	if (MAIL_OF_PAGES.test(text)) return { refusal: 'MARKUP' }
	return PROGRAM_TEXT.test(text) ? { refusal: 'PROGRAM' } : 'TEXT'
}

async function typeOf(head: Uint8Array): Promise<string | null> {
	const { fileTypeFromBuffer } = await import('file-type')
	return (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? null
}

/** The beginning as text; null where it is none. A letter that the cut went through is no fault. */
function textOf(head: Uint8Array): string | null {
	if (head.includes(0)) return null
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length >= HEAD_BYTES })
	} catch {
		return null
	}
}

/** Text that is not UTF-8: UTF-16 without its mark, or the letters of an older code page. */
function looksLikeOtherText(head: Uint8Array): boolean {
	const zeros = head.filter((byte) => byte === 0).length
	if (zeros > 0) return zeros > head.length / 4 && zeros < head.length * 0.8 && isSpacedByZeros(head)
	return !head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)
}

/** Every second byte, or nearly, is zero: letters of UTF-16 without a mark. */
function isSpacedByZeros(head: Uint8Array): boolean {
	const even = head.filter((byte, at) => at % 2 === 0 && byte === 0).length
	const odd = head.filter((byte, at) => at % 2 === 1 && byte === 0).length
	return Math.max(even, odd) > head.length * 0.4 && Math.min(even, odd) < head.length * 0.05
}
