import { lastDayOf, firstDayOf } from '#app/domain/calendar.ts'
import {
	commitmentFields,
	commitmentFrom,
	milestoneFields,
	milestoneTextFrom,
	planFields,
	planTextFrom,
} from '#app/domain/plan-file/rules.ts'
import { NEW_ROW, commitmentColumns, milestoneColumns, planColumns } from '#app/domain/plan-file/schema.ts'
import type { Choices, Fields, FileColumn, FileRow, PlanFile } from '#app/domain/plan-file/schema.ts'
import { fileProblem } from './file-problem.ts'
import type { GridRow } from './read-sheet-part.ts'
import { valueOf } from './template-cells.ts'
import type { CellReading } from './template-cells.ts'
import { placeOf, textUnder } from './template-table.ts'
import type { Report, TemplateTable } from './template-table.ts'

/** The three tables of a plan's file. `owners`: in a CSV file, the row of the commitment that each row belongs to. */
export type PlanTables = {
	readonly plan: TemplateTable
	readonly commitments: TemplateTable
	readonly milestones: TemplateTable
	readonly owners?: ReadonlyMap<number, number>
}

export type PlanFileSetting = {
	readonly choices: Choices
	/** The plan as it is here, which the file is held against; null: the file is to be a new plan. */
	readonly there: PlanFile | null
	readonly isPublished: boolean
}

/** The plan in three tables, with everything that is wrong in them reported. */
export function planFileFrom(tables: PlanTables, setting: PlanFileSetting, report: Report): PlanFile | null {
	const read = rowReader(setting, report)
	const [planRow] = tables.plan.rows
	if (!planRow) {
		report(fileProblem('file_empty', { place: tables.plan.name }))
		return null
	}
	const plan = read(tables.plan, planRow, { columns: planColumns(setting.isPublished), letter: 'p' })
	if (setting.there && setting.there.plan.key !== '' && plan.key !== setting.there.plan.key) {
		const where = { place: placeOf(tables.plan, planRow, 'key'), value: plan.key }
		report(fileProblem('plan_elsewhere', { ...where, detail: setting.there.plan.key }))
		return null
	}
	const slots = { ogpValue: 99, policyArea: 99, support: 99 }
	const columns = commitmentColumns(slots).filter(({ key }) => tables.commitments.columns.has(key))
	const commitments = tables.commitments.rows.map((row) =>
		read(tables.commitments, row, { columns, letter: 'c' }),
	)
	const known = knownCommitments(tables, commitments)
	const milestones = tables.milestones.rows.map((row) => {
		const found = read(tables.milestones, row, { columns: milestoneColumns(), letter: 'm' })
		return { ...found, fields: { ...found.fields, commitment: ownerOf(tables, row, { known, report }) } }
	})
	reportRepeats(tables.commitments, report)
	reportRepeats(tables.milestones, report)
	const file: PlanFile = {
		plan: { ...plan, fields: planFields(planTextFrom(plan.fields), plan.fields.checkpointScheme ?? null) },
		commitments: commitments.map((row) => ({ ...row, fields: commitmentFields(commitmentFrom(row.fields)) })),
		milestones: milestones.map((row) => ({
			...row,
			fields: milestoneFields(milestoneTextFrom(row.fields), row.fields.commitment),
		})),
	}
	reportStale(tables, { file, there: setting.there }, report)
	return file
}

type RowKind = { readonly columns: readonly FileColumn[]; readonly letter: 'p' | 'c' | 'm' }

function rowReader({ choices, there, isPublished }: PlanFileSetting, report: Report) {
	const versions = new Map(
		[...(there ? [there.plan, ...there.commitments, ...there.milestones] : [])].map((row) => [row.key, row]),
	)
	return (table: TemplateTable, row: GridRow, { columns, letter }: RowKind): FileRow => {
		const reading: CellReading = { table, choices, report, takesPartialDays: isPublished }
		const key = textUnder(table, row, 'key')
		if (key !== '' && !versions.has(key))
			report(fileProblem('key_unknown', { place: placeOf(table, row, 'key'), value: key }))
		const values = columns.map((column) => [column.key, valueOf(reading, row, column)] as const)
		const fields: Fields = Object.fromEntries(values.filter(([, value]) => value !== ''))
		reportPeriod(table, row, { fields, report })
		reportReasons(table, row, { fields, report })
		const version = Number(textUnder(table, row, 'version'))
		const isKnown = Number.isInteger(version) && version > 0
		return {
			key: key === '' ? `${NEW_ROW}${letter}${row.number}` : key,
			version: isKnown ? version : 0,
			fields,
		}
	}
}

type Known = ReadonlyMap<string, readonly string[]>

/** Commitments of the file by key and by number. */
function knownCommitments({ commitments }: PlanTables, rows: readonly FileRow[]): Known {
	const known = new Map<string, string[]>()
	const note = (name: string, key: string) => known.set(name, [...(known.get(name) ?? []), key])
	rows.forEach(({ key, fields }, at) => {
		note(`[${key}]`, key)
		note(`row ${commitments.rows[at]?.number ?? 0}`, key)
		if (fields.number !== undefined) note(fields.number, key)
	})
	return known
}

/** The commitment that a milestone names: by the key in brackets, or by its number. */
function ownerOf(
	{ milestones, owners }: PlanTables,
	row: GridRow,
	{ known, report }: { readonly known: Known; readonly report: Report },
): string {
	const text = textUnder(milestones, row, 'commitment')
	const name = owners ? `row ${owners.get(row.number) ?? 0}` : (/\[[^[\]]+\]$/.exec(text)?.[0] ?? text)
	const found = known.get(name) ?? known.get(text) ?? []
	const [only] = found
	if (only !== undefined && found.length === 1) return only
	const where = { place: placeOf(milestones, row, 'commitment'), value: text }
	if (found.length > 1) report(fileProblem('commitment_twice', where))
	else report(fileProblem(text === '' ? 'value_missing' : 'commitment_unknown', where))
	return ''
}

function reportRepeats(table: TemplateTable, report: Report): void {
	const seen = new Map<string, number>()
	for (const row of table.rows) {
		const key = textUnder(table, row, 'key')
		const before = seen.get(key)
		if (key !== '' && before !== undefined)
			report(fileProblem('key_twice', { place: placeOf(table, row, 'key'), value: key, detail: before }))
		seen.set(key, row.number)
	}
}

type Read = { readonly fields: Fields; readonly report: Report }

function reportPeriod(table: TemplateTable, row: GridRow, { fields, report }: Read): void {
	const { startsOn, endsOn } = fields
	if (startsOn === undefined || endsOn === undefined || lastDayOf(endsOn) >= firstDayOf(startsOn)) return
	const where = { place: placeOf(table, row, 'endsOn'), value: endsOn }
	report(fileProblem('days_reversed', { ...where, detail: startsOn }))
}

type Held = { readonly file: PlanFile; readonly there: PlanFile | null }

/** A row that was changed here after the file was made, and in the file too: which of the two holds, a person says. */
function reportStale({ plan, commitments, milestones }: PlanTables, held: Held, report: Report): void {
	const { file, there } = held
	if (!there) return
	const sheets = [
		[plan, [there.plan], [file.plan]],
		[commitments, there.commitments, file.commitments],
		[milestones, there.milestones, file.milestones],
	] as const
	for (const [table, stored, rows] of sheets)
		rows.forEach((row, at) => {
			const here = stored.find(({ key }) => key === row.key)
			const tableRow = table.rows[at]
			if (!here || !tableRow || here.version === row.version || isSame(here.fields, row.fields)) return
			const where = { place: placeOf(table, tableRow, 'version'), value: String(row.version) }
			report(fileProblem('changed_since', { ...where, detail: here.version }))
		})
}

function isSame(a: Fields, b: Fields): boolean {
	return [...Object.keys(a), ...Object.keys(b)].every((key) => a[key] === b[key])
}

/** A reason for a value that is not named would be lost. */
function reportReasons(table: TemplateTable, row: GridRow, { fields, report }: Read): void {
	for (const key of Object.keys(fields)) {
		const value = /^(ogpValue\d+)Why$/.exec(key)?.[1]
		if (value !== undefined && fields[value] === undefined && textUnder(table, row, value) === '')
			report(fileProblem('value_missing', { place: placeOf(table, row, value) }))
	}
}
