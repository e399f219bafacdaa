import { parse } from 'csv-parse/sync'
import type { FileRefusal, MediaType, RemovedCode } from '#app/domain/upload/rules.ts'

export type CleanText = {
	readonly mediaType: MediaType
	readonly text: string
	readonly removed: readonly RemovedCode[]
}

/** Controls of both kinds; a tab and the ends of lines are text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u
const SAMPLE_CHARACTERS = 64 * 2 ** 10
const SAMPLE_ROWS = 50
const SEPARATORS = [',', ';', '\t']
/** The harmless file by which people try whether somebody looks for viruses; its name stands in every copy of it. */
const TRIAL_VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

/**
 * Text written anew: UTF-8, ends of lines of one kind, no mark in front. What it says is left as it is, formulas in
 * cells of a table too, because a negative number begins like one; it is served as a file to keep, never as a page.
 */
export function cleanText(bytes: Uint8Array): CleanText | { readonly refusal: FileRefusal } {
	const text = decoded(bytes)
	if (text === null || CONTROL.test(text) || isSevenBitDisguise(text)) return { refusal: 'TEXT_ENCODING' }
	if (text.trim() === '') return { refusal: 'EMPTY' }
	if (text.includes(TRIAL_VIRUS)) return { refusal: 'INFECTED' }
	const hadMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
	return {
		mediaType: isTable(text) ? 'text/csv' : 'text/plain',
		text: text.replace(/\r\n?/g, '\n'),
		removed: hadMark ? ['BYTE_ORDER_MARK'] : [],
	}
}

function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return null
	}
}

/** UTF-7 writes the signs of markup in plain letters (`+ADw-` is `<`), for a reader who is told to decode them. */
function isSevenBitDisguise(text: string): boolean {
	if (/^\+\/v[89+/]/.test(text)) return true
	return [...text.matchAll(/\+([A-Za-z0-9+/]{3,})/g)].some(([, letters]) => {
		const units = Buffer.from(letters ?? '', 'base64')
		return [...units.subarray(0, units.length - 1).entries()].some(
			([at, high]) => at % 2 === 0 && high === 0 && (units[at + 1] === 0x3c || units[at + 1] === 0x3e),
		)
	})
}

/** Two rows or more, all with the same number of cells, two or more. */
function isTable(text: string): boolean {
	const sample =
		text.length > SAMPLE_CHARACTERS ? text.slice(0, text.lastIndexOf('\n', SAMPLE_CHARACTERS)) : text
	return SEPARATORS.some((delimiter) => {
		try {
			const rows: unknown = parse(sample, { delimiter, to: SAMPLE_ROWS, skip_empty_lines: true })
			return Array.isArray(rows) && rows.length > 1 && Array.isArray(rows[0]) && rows[0].length > 1
		} catch {
			return false
		}
	})
}
