import { KEY_COLUMNS } from '#app/domain/plan-file/schema.ts'
import type { Choices } from '#app/domain/plan-file/schema.ts'
import { ANSWER_COLUMNS, UPDATES_SHEET } from '#app/domain/update-file/schema.ts'
import type { CellFault, UpdateRow } from '#app/domain/update-file/schema.ts'
import { fileProblem } from './file-problem.ts'
import type { FileProblem } from './file-problem.ts'
import { gridsOf } from './read-plan-template.ts'
import type { GridRow } from './read-sheet-part.ts'
import { valueOf } from './template-cells.ts'
import { placeOf, templateTable, textUnder } from './template-table.ts'
import type { TemplateTable } from './template-table.ts'

/** A file of reports as it was read. Problems of the file leave no rows; those of cells stay with their row. */
export type UpdatesReading = {
	readonly rows: readonly UpdateRow[]
	readonly problems: readonly FileProblem[]
}

/** Reads the reports of an office in XLSX or CSV, as the bytes say what they are. */
export function readUpdateTemplate(bytes: Uint8Array, choices: Choices): UpdatesReading {
	const grids = gridsOf(bytes)
	if ('problem' in grids) return failed([grids.problem])
	const { sheets, isWorkbook } = grids
	const grid = isWorkbook ? sheets.find(({ name }) => name.trim() === UPDATES_SHEET) : sheets[0]
	if (!grid) {
		const names = sheets.map(({ name }) => name).join(', ')
		return failed([fileProblem('sheet_missing', { value: UPDATES_SHEET, detail: names })])
	}
	const found: FileProblem[] = []
	const table = templateTable(
		grid,
		[...KEY_COLUMNS, 'level', 'doneId'],
		(problem) => void found.push(problem),
	)
	const ofFile = found.filter(({ place }) => rowOf(place) === null)
	if (!table || ofFile.length > 0) return failed(ofFile.length > 0 ? ofFile : found)
	if (table.rows.length === 0) return failed([fileProblem('file_empty', { place: grid.name })])
	const rows = table.rows.map((row) => updateRow(table, row, { choices, found }))
	const repeated = rows.filter(({ key }, at) => rows.findIndex((row) => row.key === key) !== at)
	if (repeated.length > 0)
		return failed(
			repeated.map(({ key, place }) => fileProblem('key_twice', { place, value: key, detail: '' })),
		)
	return { rows, problems: [] }
}

type Around = { readonly choices: Choices; readonly found: readonly FileProblem[] }

function updateRow(table: TemplateTable, row: GridRow, { choices, found }: Around): UpdateRow {
	const own = found.filter(({ place }) => rowOf(place) === row.number)
	const report = (problem: FileProblem) => void own.push(problem)
	const reading = { table, choices, report, takesPartialDays: false }
	const values = ANSWER_COLUMNS.map((column) => [column.key, valueOf(reading, row, column)] as const)
	return {
		key: textUnder(table, row, 'key'),
		mark: textUnder(table, row, 'version'),
		name: textUnder(table, row, 'milestoneName'),
		place: placeOf(table, row, 'key'),
		fields: Object.fromEntries(values.filter(([, value]) => value !== '')),
		places: Object.fromEntries(ANSWER_COLUMNS.map(({ key }) => [key, placeOf(table, row, key)])),
		faults: own.map(cellFault),
	}
}

function cellFault({ code, place, value, detail }: FileProblem): CellFault {
	return {
		place,
		message: `import.error.${code}`,
		values: { value: value ?? '', detail: detail ?? '', column: place ?? '' },
	}
}

/** The row of a single cell's place; null for a sheet, an area or a whole file. */
function rowOf(place: string | null): number | null {
	const number = /^(?:[^!]*!)?[A-Z]+(\d+)$/.exec(place ?? '')?.[1]
	return number === undefined ? null : Number(number)
}

function failed(problems: readonly FileProblem[]): UpdatesReading {
	return { rows: [], problems }
}
