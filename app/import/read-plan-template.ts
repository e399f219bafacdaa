import { decodeText } from './decode-text.ts'
import { fileProblem } from './file-problem.ts'
import type { FileProblem } from './file-problem.ts'
import { fromCsvText } from './csv-text.ts'
import { readCsv } from './read-csv.ts'
import type { Grid } from './read-sheet-part.ts'
import { readWorkbook } from './read-workbook.ts'
import { FILE_SHEETS, TABLE_FILE_MAX_BYTES } from '#app/domain/plan-file/schema.ts'
import type { PlanFile } from '#app/domain/plan-file/schema.ts'
import { joinedTables } from './joined-tables.ts'
import { planFileFrom } from './plan-file-from.ts'
import type { PlanFileSetting, PlanTables } from './plan-file-from.ts'
import { templateTable, textUnder } from './template-table.ts'

/** A plan's file as it was read. `file` is null where anything is wrong with it. */
export type PlanFileReading = {
	readonly file: PlanFile | null
	readonly problems: readonly FileProblem[]
}

/** A plan's file that was opened, and the key of the plan that it says it is of; empty for a new one. */
export type OpenedPlan =
	| { readonly tables: PlanTables; readonly planKey: string; readonly problems: readonly FileProblem[] }
	| { readonly tables: null; readonly problems: readonly FileProblem[] }

/** Opens the plan's template in XLSX or CSV, as its bytes say what it is. */
export function openPlanTemplate(bytes: Uint8Array): OpenedPlan {
	const problems: FileProblem[] = []
	const report = (found: FileProblem) => void problems.push(found)
	const grids = gridsOf(bytes)
	if ('problem' in grids) return { tables: null, problems: [grids.problem] }
	const tables = grids.isWorkbook
		? tablesOfSheets(grids.sheets, report)
		: joinedTables(grids.sheets[0] ?? EMPTY, report)
	if (!tables) return { tables: null, problems }
	const [row] = tables.plan.rows
	return { tables, planKey: row ? textUnder(tables.plan, row, 'key') : '', problems }
}

/** Reads an opened file against the plan that is here. */
export function readPlanTemplate(opened: OpenedPlan, setting: PlanFileSetting): PlanFileReading {
	if (!opened.tables) return { file: null, problems: opened.problems }
	const problems = [...opened.problems]
	const file = planFileFrom(opened.tables, setting, (found) => void problems.push(found))
	return { file: problems.length === 0 ? file : null, problems }
}

export type Grids =
	{ readonly sheets: readonly Grid[]; readonly isWorkbook: boolean } | { readonly problem: FileProblem }

const EMPTY: Grid = { name: '', rows: [], merges: [], isDate1904: false }

/** The sheets of a workbook, or the one table of a text file. The name of a file says nothing. */
export function gridsOf(bytes: Uint8Array): Grids {
	if (bytes.length === 0) return { problem: fileProblem('file_empty') }
	if (bytes.length > TABLE_FILE_MAX_BYTES) {
		const size = { value: String(bytes.length), detail: TABLE_FILE_MAX_BYTES / 1024 / 1024 }
		return { problem: fileProblem('file_too_large', size) }
	}
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
		const workbook = readWorkbook(bytes)
		return 'problem' in workbook ? workbook : { sheets: workbook.sheets, isWorkbook: true }
	}
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
		return { problem: fileProblem('file_unknown', { value: 'XLS' }) }
	const read = readCsv(decodeText(bytes).text)
	if ('problem' in read) {
		const { code, row } = read.problem
		return { problem: fileProblem(code, row === null ? {} : { place: `A${row}` }) }
	}
	return { sheets: [gridOfRows(read.sheet)], isWorkbook: false }
}

function gridOfRows(rows: readonly (readonly string[])[]): Grid {
	return {
		...EMPTY,
		rows: rows.map((cells, at) => ({
			number: at + 1,
			cells: new Map(
				cells.map((text, column) => [
					column,
					{ text: fromCsvText(text), isFormula: false, isError: false, isNumber: false },
				]),
			),
		})),
	}
}

function tablesOfSheets(sheets: readonly Grid[], report: (found: FileProblem) => void) {
	const [plan, commitments, milestones] = FILE_SHEETS.map((name) => {
		const grid = sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase())
		const names = sheets.map((sheet) => sheet.name).join(', ')
		if (!grid) report(fileProblem('sheet_missing', { value: name, detail: names }))
		return grid ? templateTable(grid, ['key', 'version', 'titleEn'], report) : null
	})
	return plan && commitments && milestones ? { plan, commitments, milestones } : null
}
