import { codeChoices } from '#app/export/code-choices.ts'
import { planCsvRows, planWorkbook } from '#app/export/plan-workbook.ts'
import type { PlanWorkbookInput } from '#app/export/plan-workbook.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { storedChoices } from '#app/domain/plan-file/queries.server.ts'
import type { Choices } from '#app/domain/plan-file/schema.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Visit } from './guard.server.ts'
import { csvAnswer, xlsxAnswer } from './table-answer.server.ts'

/** Words in both languages: a file is read by people of both. */
export const SAY = { en: sayIn('en'), id: sayIn('id') }

/** Every list that cells of a plan's file are chosen from. */
export async function planChoices(visit: Pick<Visit, 'ctx'>, memberId: string | null): Promise<Choices> {
	return { ...codeChoices(SAY), ...(await storedChoices(visit.ctx, memberId)) }
}

/** What the reader of a published plan's file must know. */
export const PUBLISHED_NOTES = ['plan-file.note.published', 'plan-file.note.amendment']

type Given = Pick<PlanWorkbookInput, 'file' | 'isPublished' | 'notes'> & { readonly memberId: string | null }

/** A plan's file, or the empty template, in one of its two forms and in the language that `?lang=` asks for. */
export async function planFileAnswer(
	visit: Visit,
	name: `${string}.xlsx` | `${string}.csv`,
	{ memberId, ...given }: Given,
): Promise<Response> {
	const asked = visit.url.searchParams.get('lang') ?? visit.params.lang
	const locale = isLocale(asked) ? asked : 'en'
	const input = { ...given, locale, say: SAY, choices: await planChoices(visit, memberId) }
	return name.endsWith('.csv')
		? csvAnswer(writeCsv(planCsvRows(input)), name)
		: xlsxAnswer(writeXlsx(planWorkbook(input)), name)
}
