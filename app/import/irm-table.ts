import type { CodedRow } from '#app/domain/coding-import/schema.ts'
import { decodeText } from './decode-text.ts'
import { NEEDED_COLUMNS, NO_VALUE, READ_COLUMNS } from './irm-columns.ts'
import type { ReadColumn } from './irm-columns.ts'
import { newTally } from './irm-findings.ts'
import type { TableFindings, Tally } from './irm-findings.ts'
import { codedRow, rowCells } from './irm-row.ts'
import type { RowCells } from './irm-row.ts'
import { keyFrom, withoutFloatNoise } from './key-from.ts'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { readCsv } from './read-csv.ts'
import { FILE_MAX_BYTES, tableFrom } from './table.ts'
import type { Table, TableRow } from './table.ts'

/** A table of commitments as it was read, or everything that keeps it from being read. */
export type TableReading =
	| { readonly rows: readonly CodedRow[]; readonly findings: TableFindings }
	| { readonly problems: readonly ImportProblem[] }

/** Reads OGP's table of commitments from the bytes of a CSV file. A row that cannot be placed stops the whole file. */
export function readIrmTable(bytes: Uint8Array): TableReading {
	if (bytes.length === 0) return { problems: [problem('file_empty')] }
	if (bytes.length > FILE_MAX_BYTES) {
		const size = { value: String(bytes.length), detail: FILE_MAX_BYTES / 1024 / 1024 }
		return { problems: [problem('file_too_large', size)] }
	}
	const read = readCsv(decodeText(bytes).text)
	if ('problem' in read) return { problems: [read.problem] }
	const { table, problems } = tableFrom(read.sheet)
	const found = [...problems, ...problemsOf(table)]
	if (found.length > 0) return { problems: found }
	const tally = newTally()
	const columns = READ_COLUMNS.filter((column) => table.header.includes(column))
	const rows = table.rows.map((row) => {
		const cells = cellsOf(table, row)
		countNoValue(cells, columns, tally)
		return codedRow(cells, tally)
	})
	return { rows, findings: tally.findings() }
}

function cellsOf(table: Table, row: TableRow): RowCells {
	return rowCells((column) => row.cells[table.header.indexOf(column)] ?? '')
}

function problemsOf(table: Table): readonly ImportProblem[] {
	const absent = NEEDED_COLUMNS.filter((column) => !table.header.includes(column))
	const detail = table.header.join(', ')
	if (absent.length > 0) return absent.map((column) => problem('column_missing', { column, detail }))
	const first = new Map<string, number>()
	return table.rows.flatMap((row) => {
		const cells = cellsOf(table, row)
		const before = first.get(cells.rowId)
		first.set(cells.rowId, before ?? row.number)
		const where = { row: row.number, column: 'row_id', value: cells.rowId }
		const twice = before === undefined ? [] : [problem('key_twice', { ...where, detail: before })]
		return [...twice, ...unplaceable(cells, row.number)]
	})
}

/** Whose row it is, which plan and which commitment must be said; numbers and names must leave something for an id. */
function unplaceable(cells: RowCells, row: number): readonly ImportProblem[] {
	const empty = NEEDED_COLUMNS.filter((column) => cells.text(column) === '')
	if (empty.length > 0) return empty.map((column) => problem('value_missing', { row, column }))
	const named: readonly ReadColumn[] = ['row_id', 'member', 'action_plan_number']
	return named
		.filter((column) => keyFrom(withoutFloatNoise(cells.text(column))) === '')
		.map((column) => problem('key_unusable', { row, column, value: cells.text(column) }))
}

function countNoValue(cells: RowCells, columns: readonly ReadColumn[], tally: Tally): void {
	for (const column of columns) {
		const said = cells.text(column)
		if (NO_VALUE.some((word) => word === said)) tally.noValue(column, said)
	}
}
