import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'

/** Largest file. Unit: bytes. Source: our own. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024
/** Most rows below the header. Source: our own. */
export const ROWS_MAX = 20_000
/** Longest cell. Unit: UTF-16 code units. Source: what a spreadsheet's cell can hold. */
export const CELL_MAX_LENGTH = 32_768

/** A row below the header; its number is the spreadsheet's, the header being row 1. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

/** A header and its rows; an empty cell is an empty text. */
export type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] }

/** The rows of a sheet as a table, or all that is wrong with its shape. Rows without any text are passed over. */
export function tableFrom(sheet: readonly (readonly string[])[]): {
	table: Table
	problems: readonly ImportProblem[]
} {
	const [first = [], ...below] = sheet
	const header = first.map((title) => title.trim())
	while (header.at(-1) === '') header.pop()
	const rows = below
		.map((cells, at) => ({ number: at + 2, cells: cells.map((cell) => cell.replace(/\r\n?/g, '\n').trim()) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
	return {
		table: { header, rows },
		problems: [
			...headerProblems(header),
			...sizeProblems(rows),
			...rows.flatMap((row) => rowProblems(row, header)),
		],
	}
}

function headerProblems(header: readonly string[]): readonly ImportProblem[] {
	if (header.length === 0) return [problem('file_empty')]
	return header
		.filter((title, at) => title !== '' && header.indexOf(title) !== at)
		.map((title) => problem('column_twice', { row: 1, column: title }))
}

function sizeProblems(rows: readonly TableRow[]): readonly ImportProblem[] {
	if (rows.length === 0) return [problem('file_empty')]
	return rows.length > ROWS_MAX
		? [problem('rows_too_many', { value: String(rows.length), detail: ROWS_MAX })]
		: []
}

function rowProblems({ number, cells }: TableRow, header: readonly string[]): readonly ImportProblem[] {
	const surplus = cells.slice(header.length).some((cell) => cell !== '')
	const width: readonly ImportProblem[] =
		surplus || cells.length < header.length
			? [problem('row_width', { row: number, value: String(cells.length), detail: header.length })]
			: []
	const texts = cells.flatMap((cell, at): readonly ImportProblem[] => {
		const where = { row: number, column: header[at] ?? '', value: cell }
		if (cell.length > CELL_MAX_LENGTH)
			return [problem('cell_too_long', { ...where, detail: CELL_MAX_LENGTH })]
		return cell.includes('\0') || !cell.isWellFormed() ? [problem('text_unstorable', where)] : []
	})
	return [...width, ...texts]
}
