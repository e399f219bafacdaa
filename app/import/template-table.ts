import { SHEET_ROWS_MAX } from '#app/domain/plan-file/schema.ts'
import { plainText } from '#app/domain/plan-file/rules.ts'
import { fileProblem } from './file-problem.ts'
import type { FileProblem } from './file-problem.ts'
import { columnLetters } from './read-sheet-part.ts'
import type { Grid, GridCell, GridRow } from './read-sheet-part.ts'

/** A sheet of a template: columns by the key in the row of keys, and the rows below it that hold anything. */
export type TemplateTable = {
	readonly name: string
	/** Where each key stands; a text too long for one cell goes on in columns called `key~2`, `key~3` … */
	readonly columns: ReadonlyMap<string, readonly number[]>
	readonly rows: readonly GridRow[]
	readonly isDate1904: boolean
}

export type Report = (found: FileProblem) => void

/** In this many rows from the top the keys are looked for. */
const HEAD_ROWS = 6

/** The template's table in a sheet; null, with what is wrong, where the sheet is none. */
export function templateTable(grid: Grid, needed: readonly string[], report: Report): TemplateTable | null {
	const head = grid.rows
		.filter(({ number }) => number <= HEAD_ROWS)
		.find((row) => needed.every((key) => [...row.cells.values()].some(({ text }) => text.trim() === key)))
	if (!head) {
		report(fileProblem('template_wrong', { place: grid.name, detail: needed.join(', ') }))
		return null
	}
	const columns = columnsIn(head)
	const rows = grid.rows.filter((row) => row.number > head.number && isFilled(row, columns))
	for (const area of grid.merges)
		if (lastRowOf(area) >= head.number) report(fileProblem('cells_merged', { place: `${grid.name}!${area}` }))
	if (rows.length > SHEET_ROWS_MAX) {
		const size = { value: String(rows.length), detail: SHEET_ROWS_MAX }
		report(fileProblem('rows_too_many', { place: grid.name, ...size }))
		return null
	}
	const table = { name: grid.name, columns, rows, isDate1904: grid.isDate1904 }
	for (const row of rows) reportCells(table, row, report)
	return table
}

/** The text of a row under a key, put together from its parts; empty where there is none. */
export function textUnder(table: TemplateTable, row: GridRow, key: string): string {
	const parts = table.columns.get(key) ?? []
	return plainText(parts.map((column) => row.cells.get(column)?.text ?? '').join(''))
}

/** The cell of a row under a key; undefined where it is empty. */
export function cellUnder(table: TemplateTable, row: GridRow, key: string): GridCell | undefined {
	const [column] = table.columns.get(key) ?? []
	return column === undefined ? undefined : row.cells.get(column)
}

/** Where a cell is, as a spreadsheet says it: `Commitments!F12`. */
export function placeOf(table: TemplateTable, row: GridRow, key: string): string {
	const [column = 0] = table.columns.get(key) ?? []
	return `${table.name === '' ? '' : `${table.name}!`}${columnLetters(column)}${row.number}`
}

function columnsIn(head: GridRow): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, { part: number; column: number }[]>()
	for (const [column, { text }] of head.cells) {
		const [key = '', part = '1'] = text.trim().split('~')
		if (key !== '') found.set(key, [...(found.get(key) ?? []), { part: Number(part), column }])
	}
	return new Map(
		[...found].map(([key, parts]) => [
			key,
			parts.sort((a, b) => a.part - b.part).map(({ column }) => column),
		]),
	)
}

function isFilled(row: GridRow, columns: ReadonlyMap<string, readonly number[]>): boolean {
	return [...columns.values()]
		.flat()
		.some((column) => (row.cells.get(column)?.text.trim() ?? '') !== '' || row.cells.get(column)?.isFormula)
}

function reportCells(table: TemplateTable, row: GridRow, report: Report): void {
	for (const key of table.columns.keys()) {
		const cell = cellUnder(table, row, key)
		if (!cell) continue
		const where = { place: placeOf(table, row, key), value: cell.text }
		if (cell.isFormula) report(fileProblem('cell_formula', where))
		else if (cell.isError) report(fileProblem('cell_error', where))
		if (cell.text.includes('\0') || !cell.text.isWellFormed()) report(fileProblem('text_unstorable', where))
	}
}

function lastRowOf(area: string): number {
	return Number(/(\d+)$/.exec(area)?.[1] ?? 0)
}
