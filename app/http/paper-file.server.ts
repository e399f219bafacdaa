import { SECTORS } from '#app/domain/cocreation/rules.ts'
import { PAPER_COLUMNS, PAPER_ROWS_MAX } from '#app/domain/paper-contribution/rules.ts'
import type { PaperColumn } from '#app/domain/paper-contribution/rules.ts'
import type { PaperRow } from '#app/domain/paper-contribution/schema.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { fromCsvText } from '#app/import/csv-text.ts'
import { decodeText } from '#app/import/decode-text.ts'
import { fileProblem } from '#app/import/file-problem.ts'
import type { FileProblem } from '#app/import/file-problem.ts'
import type { ImportProblem } from '#app/import/problem.ts'
import { readCsv } from '#app/import/read-csv.ts'
import { tableFrom } from '#app/import/table.ts'
import type { Table } from '#app/import/table.ts'
import { SAY } from './plan-file-answer.server.ts'

type PaperFile = { readonly rows: readonly PaperRow[]; readonly problems: readonly FileProblem[] }

/** The empty file for contributions on paper, in one language: a header and nothing below it. */
export function paperTemplate(locale: Locale): string {
	return writeCsv([PAPER_COLUMNS.map((column) => SAY[locale](`paper.column.${column}`))])
}

/** The lines of a file of contributions on paper, or all that is wrong with the file as a whole. */
export function readPaperFile(bytes: Uint8Array): PaperFile {
	const read = readCsv(decodeText(bytes).text)
	if ('problem' in read) return { rows: [], problems: [placed(read.problem)] }
	const { table, problems } = tableFrom(read.sheet)
	// An empty file lacks its header and its lines, and is one fault.
	const known = problems.filter(({ code }, at) => code !== 'file_empty' || at === 0)
	const places = new Map(PAPER_COLUMNS.map((column) => [column, placeIn(table, column)]))
	const missing = (['number', 'receivedOn', 'text'] as const).filter((column) => places.get(column) === -1)
	const tooMany = table.rows.length > PAPER_ROWS_MAX
	const all = [
		...known.map(placed),
		...(problems.length > 0 ? [] : missing.map(missingColumn)),
		...(tooMany ? [fileProblem('rows_too_many', { detail: PAPER_ROWS_MAX })] : []),
	]
	if (all.length > 0) return { rows: [], problems: all }
	return { rows: rowsOf(table, (column) => places.get(column) ?? -1), problems: [] }
}

function rowsOf(table: Table, placeOf: (column: PaperColumn) => number): readonly PaperRow[] {
	return table.rows.map(({ number: line, cells }) => {
		const cell = (column: PaperColumn) => fromCsvText(cells[placeOf(column)] ?? '').trim()
		return {
			line,
			number: cell('number'),
			receivedOn: cell('receivedOn'),
			text: cell('text'),
			sector: sectorIn(cell('sector')),
			name: cell('name'),
		}
	})
}

/** Where a column stands, under its name in either language; -1 where it is missing. */
function placeIn({ header }: Table, column: PaperColumn): number {
	const names = [column, SAY.en(`paper.column.${column}`), SAY.id(`paper.column.${column}`)].map(plain)
	return header.findIndex((title) => names.includes(plain(title)))
}

/** The code of a sector that a cell names in either language; what is none stays as it stands. */
function sectorIn(text: string): string {
	const found = SECTORS.find((code) =>
		[code, SAY.en(`sector.${code}`), SAY.id(`sector.${code}`)].map(plain).includes(plain(text)),
	)
	return found ?? text
}

function plain(text: string): string {
	return text.trim().toLowerCase()
}

function missingColumn(column: PaperColumn): FileProblem {
	const names = [SAY.en(`paper.column.${column}`), SAY.id(`paper.column.${column}`)].join(' / ')
	return fileProblem('column_missing', { place: names, value: names, detail: names })
}

function placed({ code, row, column, value, detail }: ImportProblem): FileProblem {
	const place = [row === null ? null : String(row), column].filter((part) => part !== null).join(' · ')
	return { code, place: place === '' ? null : place, value, detail }
}
