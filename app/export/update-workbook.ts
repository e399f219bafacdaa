import { KEY_COLUMNS } from '#app/domain/plan-file/schema.ts'
import type { Choices, FileColumn } from '#app/domain/plan-file/schema.ts'
import { ANSWER_COLUMNS, TOLD_COLUMNS, UPDATES_SHEET } from '#app/domain/update-file/schema.ts'
import { toldFields } from '#app/domain/update-file/view.ts'
import type { OpenUpdate } from '#app/domain/update-file/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Say } from '#app/i18n/translate.ts'
import { cellsOf, writtenColumns } from './cells-of.ts'
import { columnWords, guideSheet, listsOf, sheetColumns } from './sheet-words.ts'
import type { WorkbookPlan } from './workbook.ts'

export type UpdateWorkbookInput = {
	readonly updates: readonly OpenUpdate[]
	readonly choices: Choices
	readonly locale: Locale
	readonly say: Readonly<Record<Locale, Say>>
}

const GUIDE = ['keys', 'rows', 'level', 'text', 'evidence', 'send'] as const

/** The open reports of an office as a workbook: a row per report, what it is about locked, its answers open. */
export function updateWorkbook({ updates, choices, locale, say }: UpdateWorkbookInput): WorkbookPlan {
	const fields = updates.map((update) => toldFields(update, locale))
	const written = writtenColumns([...TOLD_COLUMNS, ...ANSWER_COLUMNS], fields)
	const columns: readonly FileColumn[] = [
		...KEY_COLUMNS.map((key): FileColumn => ({ key, kind: 'text' })),
		...written.map(({ column }) => column),
	]
	const keys = [...KEY_COLUMNS, ...written.map(({ key }) => key)]
	const lists = listsOf(choices, locale)
	const locked = [...KEY_COLUMNS, ...TOLD_COLUMNS.map(({ key }) => key)]
	return {
		lists,
		sheets: [
			guideSheet('update-file.guide', GUIDE, { say, notes: [] }),
			{
				kind: 'table',
				name: UPDATES_SHEET,
				columns: sheetColumns({ columns, keys }, lists, locked),
				heads: [keys.map((key) => columnWords(key, say[locale])), keys],
				rows: updates.map((update, at) => [
					update.key,
					update.mark,
					...cellsOf(fields[at] ?? {}, written, { choices, locale }),
				]),
				room: Math.max(1, updates.length),
			},
		],
	}
}
