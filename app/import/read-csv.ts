import { CsvError, parse } from 'csv-parse/sync'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'

const DELIMITERS = [',', ';', '\t'] as const
type Delimiter = (typeof DELIMITERS)[number]

/** The cells of a text in comma, semicolon or tab separated rows, or what is wrong with its quotes. */
export function readCsv(
	text: string,
): { sheet: readonly (readonly string[])[] } | { problem: ImportProblem } {
	if (text.includes('\0'))
		return { problem: problem('nul_character', { row: rowOf(text, text.indexOf('\0')) }) }
	try {
		const sheet: string[][] = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
			skip_empty_lines: false,
		})
		return { sheet }
	} catch (error) {
		if (!(error instanceof CsvError)) throw error
		return { problem: problem('quotes_broken', typeof error.lines === 'number' ? { row: error.lines } : {}) }
	}
}

/** The separator that occurs most in the header, outside quotes; a comma where none does. */
export function delimiterOf(text: string): Delimiter {
	const counts = new Map<string, number>()
	let quoted = false
	for (const character of text) {
		if (character === '"') quoted = !quoted
		else if (!quoted && (character === '\n' || character === '\r')) break
		else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1)
	}
	return [...DELIMITERS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ','
}

function rowOf(text: string, position: number): number {
	return text.slice(0, position).split('\n').length
}
