import iconv from 'iconv-lite'

/** How the bytes of a text file were read. */
export const ENCODINGS = ['UTF-8', 'UTF-16', 'Windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * The text of a file. A byte order mark decides; without one it is UTF-8 or, where that is impossible,
 * Windows-1252, which spreadsheets in Western settings still write.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
	if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: utf8(bytes) ?? lossy(bytes), encoding: 'UTF-8' }
	if (startsWith(bytes, [0xff, 0xfe]))
		return { text: iconv.decode(Buffer.from(bytes), 'utf16-le'), encoding: 'UTF-16' }
	if (startsWith(bytes, [0xfe, 0xff]))
		return { text: iconv.decode(Buffer.from(bytes), 'utf16-be'), encoding: 'UTF-16' }
	const text = utf8(bytes)
	return text === null ? { text: lossy(bytes), encoding: 'Windows-1252' } : { text, encoding: 'UTF-8' }
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return null
	}
}

function lossy(bytes: Uint8Array): string {
	return iconv.decode(Buffer.from(bytes), 'win1252', { stripBOM: true })
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, at) => bytes[at] === byte)
}
