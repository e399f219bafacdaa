import { slotsFor } from '#app/domain/plan-file/rules.ts'
import {
	KEY_COLUMNS,
	NEW_ROW,
	SHEET_ROWS_MAX,
	commitmentColumns,
	milestoneColumns,
	planColumns,
} from '#app/domain/plan-file/schema.ts'
import type { Choices, FileColumn, FileRow, PlanFile } from '#app/domain/plan-file/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Say } from '#app/i18n/translate.ts'
import { cellsOf, withCommitmentNames, writtenColumns } from './cells-of.ts'
import { columnWords, guideSheet, listsOf, sheetColumns } from './sheet-words.ts'
import type { TableSheet, WorkbookPlan } from './workbook.ts'

export type PlanWorkbookInput = {
	/** Null: the empty template. */
	readonly file: PlanFile | null
	readonly isPublished: boolean
	readonly choices: Choices
	readonly locale: Locale
	readonly say: Readonly<Record<Locale, Say>>
	/** Keys of what the file's reader must know, below the instructions. */
	readonly notes: readonly string[]
}

/** A row before anything is written in it. */
const EMPTY_ROW: FileRow = { key: '', version: 0, fields: {} }

/** A plan in the template of the workbook: instructions in both languages, and a sheet each for plan, commitments, milestones. */
export function planWorkbook(input: PlanWorkbookInput): WorkbookPlan {
	const { file, say, notes } = input
	const lists = listsOf(input.choices, input.locale)
	return {
		lists,
		sheets: [
			guideSheet('plan-file.guide', GUIDE, { say, notes }),
			...planTables(input).map((table): TableSheet => ({
				kind: 'table',
				name: table.name,
				columns: sheetColumns(table, lists),
				heads: [headWords(table, input), table.keys],
				rows: table.rows,
				room: table.name === 'Plan' ? 1 : Math.max(SHEET_ROWS_MAX, file?.milestones.length ?? 0),
			})),
		],
	}
}

/** A plan in one table: a row per milestone, with its commitment and the plan repeated. */
export function planCsvRows(input: PlanWorkbookInput): readonly (readonly string[])[] {
	const [plan, commitments, milestones] = planTables(input)
	if (!plan || !commitments || !milestones) return []
	const parts = [
		['plan', plan],
		['commitment', commitments],
		['milestone', milestones],
	] as const
	const heads = parts.flatMap(([, table]) => headWords(table, input))
	const keys = parts.flatMap(([prefix, table]) => table.keys.map((key) => `${prefix}.${key}`))
	const owners = (input.file?.milestones ?? []).map(({ fields }) => fields.commitment)
	const blank = milestones.keys.map(() => '')
	const below = (input.file?.commitments ?? []).flatMap(({ key }, at) => {
		const own = milestones.rows.filter((_row, index) => owners[index] === key)
		return (own.length === 0 ? [blank] : own).map((row) => [
			...(plan.rows[0] ?? []),
			...(commitments.rows[at] ?? []),
			...row,
		])
	})
	const planOnly = [...(plan.rows[0] ?? []), ...commitments.keys.map(() => ''), ...blank]
	return [heads, keys, ...(below.length === 0 && input.file ? [planOnly] : below)]
}

const GUIDE = ['keys', 'rows', 'lists', 'days', 'several', 'long', 'nothing-lost', 'send'] as const

export type WrittenTable = {
	readonly name: string
	readonly columns: readonly FileColumn[]
	readonly keys: readonly string[]
	readonly rows: readonly (readonly string[])[]
}

function planTables({ file, isPublished, choices, locale }: PlanWorkbookInput): readonly WrittenTable[] {
	const commitments = file?.commitments ?? []
	const milestones = withCommitmentNames(file?.milestones ?? [], commitments)
	const words = { choices, locale }
	const slots = slotsFor(commitments)
	return [
		tableOf('Plan', planColumns(isPublished), [file?.plan ?? EMPTY_ROW], words),
		tableOf('Commitments', commitmentColumns(slots), commitments, words),
		tableOf('Milestones', milestoneColumns(), milestones, words),
	]
}

// The four are what a table is made of.
// eslint-disable-next-line max-params
function tableOf(
	name: string,
	columns: readonly FileColumn[],
	rows: readonly FileRow[],
	words: Parameters<typeof cellsOf>[2],
): WrittenTable {
	const written = writtenColumns(
		columns,
		rows.map(({ fields }) => fields),
	)
	return {
		name,
		columns: [
			...KEY_COLUMNS.map((key): FileColumn => ({ key, kind: 'text' })),
			...written.map(({ column }) => column),
		],
		keys: [...KEY_COLUMNS, ...written.map(({ key }) => key)],
		rows: rows.map((row) => [
			row.key.startsWith(NEW_ROW) ? '' : row.key,
			row.version === 0 ? '' : String(row.version),
			...cellsOf(row.fields, written, words),
		]),
	}
}

function headWords({ keys }: WrittenTable, { say, locale }: PlanWorkbookInput): readonly string[] {
	return keys.map((key) => columnWords(key, say[locale]))
}
