import { z } from 'zod'
import { typedText } from './evidence/schema.ts'

/** Marks that word processors put in front of the lines of a list; those of Symbol fonts come as private characters. */
const BULLET = /^[ \t]*(?:[•·▪▫◦‣●○■□–—*+\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t))[ \t]+/gmu

/**
 * Text as it comes out of a word processor, put into one form: line ends and page breaks become lines, marks of
 * lists become hyphens, hard blanks become blanks, and more than one empty line becomes one.
 */
export function unpasted(text: string): string {
	return text
		.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
		.replace(/[\u00a0\u202f]/g, ' ')
		.replace(/\u00ad/g, '')
		.replace(BULLET, '- ')
		.replace(/[ \t]+$/gm, '')
		.replace(/\n{3,}/g, '\n\n')
}

/** Several lines of text up to a length, as they were typed or pasted. Unit: Unicode code points. */
export function pastedText(maxCharacters: number) {
	return z.string({ error: 'field.text' }).overwrite(unpasted).pipe(typedText(maxCharacters))
}

/** One line of text up to a length, whatever blanks and line ends it came with. Unit: Unicode code points. */
export function pastedLine(maxCharacters: number) {
	return z
		.string({ error: 'field.text' })
		.overwrite((text) => unpasted(text).replace(/\s+/g, ' '))
		.pipe(typedText(maxCharacters))
}
