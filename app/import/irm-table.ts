import type { CodedRow } from '#app/domain/coding-import/schema.ts'
import type { MemberNames } from '#app/domain/member-name/rules.ts'
import { ID_MAX_LENGTH, MEMBER_TYPES, NEEDED_COLUMNS, READ_COLUMNS } from './irm-columns.ts'
import type { ReadColumn } from './irm-columns.ts'
import { newTally } from './irm-findings.ts'
import type { TableFindings } from './irm-findings.ts'
import { codedRow, rowCells } from './irm-row.ts'
import type { RowCells } from './irm-row.ts'
import { keyFrom } from './key-from.ts'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { readTable } from './read-table.ts'
import type { Table, TableRow } from './table.ts'

/** A table of commitments as it was read, or everything that keeps it from being read. */
export type TableReading =
	| { readonly rows: readonly CodedRow[]; readonly findings: TableFindings }
	| { readonly problems: readonly ImportProblem[] }

/** Whether a table's columns are those of OGP's table of commitments. */
export function isIrmTable({ header }: Pick<Table, 'header'>): boolean {
	return NEEDED_COLUMNS.every((column) => header.includes(column))
}

/** Reads OGP's table of commitments from the bytes of a CSV file. A row that cannot be placed stops the whole file. */
export function readIrmTable(bytes: Uint8Array, names: MemberNames): TableReading {
	const read = readTable(bytes)
	if ('problems' in read) return read
	return rowsOf(read.table, names)
}

/** The rows of a table of commitments; a row that cannot be placed stops the whole table. */
function rowsOf(table: Table, names: MemberNames): TableReading {
	const found = problemsOf(table, names)
	if (found.length > 0) return { problems: found }
	const tally = newTally()
	const columns = READ_COLUMNS.filter((column) => table.header.includes(column))
	const rows = table.rows.flatMap((row) => {
		const cells = cellsOf(table, row, columns)
		const member = names.named(cells.text('member'))
		return member ? [codedRow(cells, member, tally)] : []
	})
	return { rows, findings: tally.findings() }
}

function cellsOf(table: Table, row: TableRow, columns: readonly ReadColumn[]): RowCells {
	const at = new Map(columns.map((column) => [column, table.header.indexOf(column)]))
	return rowCells((column) => row.cells[at.get(column) ?? -1] ?? '', columns)
}

function problemsOf(table: Table, names: MemberNames): readonly ImportProblem[] {
	const absent = NEEDED_COLUMNS.filter((column) => !table.header.includes(column))
	const detail = table.header.join(', ')
	if (absent.length > 0) return absent.map((column) => problem('column_missing', { column, detail }))
	const columns = READ_COLUMNS.filter((column) => table.header.includes(column))
	const first = new Map<string, number>()
	return table.rows.flatMap((row) => {
		const cells = cellsOf(table, row, columns)
		const before = first.get(cells.rowId)
		first.set(cells.rowId, before ?? row.number)
		const where = { row: row.number, column: 'row_id', value: cells.rowId }
		const twice = before === undefined ? [] : [problem('key_twice', { ...where, detail: before })]
		return [...twice, ...unplaceable(cells, row.number), ...whose(cells, row.number, names)]
	})
}

/** Whose row it is, which plan and which commitment must be said; numbers and names must leave something for an id. */
function unplaceable(cells: RowCells, row: number): readonly ImportProblem[] {
	const empty = NEEDED_COLUMNS.filter((column) => cells.text(column) === '')
	if (empty.length > 0) return empty.map((column) => problem('value_missing', { row, column }))
	const named: readonly ReadColumn[] = ['row_id', 'action_plan_number', 'commitment_number']
	return named.flatMap((column): readonly ImportProblem[] => {
		const value = cells.text(column)
		if (value.length > ID_MAX_LENGTH)
			return [problem('cell_too_long', { row, column, value, detail: ID_MAX_LENGTH })]
		const isNeeded = column !== 'commitment_number'
		return isNeeded && keyFrom(value) === '' ? [problem('key_unusable', { row, column, value })] : []
	})
}

/** The member must be in the table of names; nobody's commitments are given to another by a guess. */
function whose(cells: RowCells, row: number, names: MemberNames): readonly ImportProblem[] {
	const [name, type] = [cells.text('member'), cells.text('member_type')]
	const unknown =
		name !== '' && names.named(name) === null
			? [problem('member_unknown', { row, column: 'member', value: name })]
			: []
	const isOther = type !== '' && !MEMBER_TYPES.some((known) => known === type)
	return isOther
		? [
				...unknown,
				problem('word_unknown', {
					row,
					column: 'member_type',
					value: type,
					detail: MEMBER_TYPES.join(', '),
				}),
			]
		: unknown
}
