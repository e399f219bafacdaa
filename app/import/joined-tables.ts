import type { GridCell, GridRow } from './read-sheet-part.ts'
import type { Grid } from './read-sheet-part.ts'
import { fileProblem } from './file-problem.ts'
import type { PlanTables } from './plan-file-from.ts'
import { placeOf, templateTable, textUnder } from './template-table.ts'
import type { Report, TemplateTable } from './template-table.ts'

/** In a table of one sheet, keys begin with what they are about. */
export const PREFIXES = { plan: 'plan.', commitments: 'commitment.', milestones: 'milestone.' } as const

/**
 * The three tables within the one of a CSV file: a row per milestone, with its commitment and plan repeated. Cells of a
 * commitment or plan that are left empty in a row mean the row above.
 */
export function joinedTables(grid: Grid, report: Report): PlanTables | null {
	const needed = ['plan.key', 'commitment.key', 'commitment.titleEn', 'milestone.titleEn']
	const table = templateTable(grid, needed, report)
	if (!table) return null
	const plan = only(table, PREFIXES.plan)
	const commitments = only(table, PREFIXES.commitments)
	const milestones = only(table, PREFIXES.milestones)
	const owners = new Map<number, number>()
	const groups: GridRow[] = []
	for (const row of table.rows) {
		const group = groups.at(-1)
		if (!isSaid(commitments, row) ? !group : !group || !isSame(commitments, group, row)) groups.push(row)
		const owner = groups.at(-1)
		if (owner) owners.set(row.number, owner.number)
		if (owner && owner !== row) reportDisagreement(commitments, { first: owner, row }, report)
		const [first] = table.rows
		if (first && first !== row) reportDisagreement(plan, { first, row }, report)
	}
	return {
		plan: { ...plan, rows: table.rows.slice(0, 1) },
		commitments: { ...commitments, rows: groups.filter((row) => isSaid(commitments, row)) },
		milestones: { ...milestones, rows: table.rows.filter((row) => isSaid(milestones, row)) },
		owners,
	}
}

function only(table: TemplateTable, prefix: string): TemplateTable {
	const columns = [...table.columns].filter(([key]) => key.startsWith(prefix))
	return { ...table, columns: new Map(columns.map(([key, at]) => [key.slice(prefix.length), at])) }
}

/** Whether a row says anything of what a table is about. */
function isSaid(table: TemplateTable, row: GridRow): boolean {
	return [...table.columns.values()].flat().some((column) => textAt(row.cells.get(column)) !== '')
}

/** Whether two rows are about the same commitment: its key or, while it has none, its number and titles. */
function isSame(table: TemplateTable, a: GridRow, b: GridRow): boolean {
	const keys = [textUnder(table, a, 'key'), textUnder(table, b, 'key')]
	if (keys.some((key) => key !== '')) return keys[0] === keys[1]
	const names = ['number', 'titleEn', 'titleId']
	return names.every((key) => textUnder(table, a, key) === textUnder(table, b, key))
}

function reportDisagreement(
	table: TemplateTable,
	{ first, row }: { readonly first: GridRow; readonly row: GridRow },
	report: Report,
): void {
	if (!isSaid(table, row)) return
	const odd = [...table.columns.keys()].find(
		(key) => textUnder(table, first, key) !== textUnder(table, row, key),
	)
	if (odd === undefined) return
	const where = { place: placeOf(table, row, odd), value: textUnder(table, row, odd) }
	report(fileProblem('rows_disagree', { ...where, detail: first.number }))
}

function textAt(cell: GridCell | undefined): string {
	return cell?.text.trim() ?? ''
}
