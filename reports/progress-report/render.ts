import type { Locale } from '#app/i18n/locale.ts'
import type { ProgressReportModel } from '#app/domain/report/view.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { layoutProgressReport } from './layout.ts'
import { progressReport } from './model.ts'
import { nameOf, phraseOf, wordsIn } from './words.ts'

/** What is drawn: a frozen model, the name of its snapshot, and the language. */
export type ProgressReportInput = {
	readonly model: ProgressReportModel
	readonly snapshotId: string
	readonly locale: Locale
}

/** Draws the progress report. Depends on its input alone: the same input gives the same bytes. */
export async function renderProgressReport({
	model,
	snapshotId,
	locale,
}: ProgressReportInput): Promise<Uint8Array> {
	const words = wordsIn(locale)
	const { say, format } = words
	const { plan, ledgerSize } = model.record
	const member = nameOf(plan.member.name, words)
	const title = say('report.progress.title', { plan: wordsOf(phraseOf(plan.title, words)), member })
	return drawDocument(layoutProgressReport(progressReport(model, snapshotId), words), {
		language: locale,
		title,
		author: member,
		createdAt: new Date(`${model.asOfOn}T00:00:00Z`),
		header: { left: title, right: plan.member.isDemonstration ? say('report.demonstration') : '' },
		footer: [
			say('report.statement'),
			say('report.foot.snapshot', { id: snapshotId, size: format.count(ledgerSize) }),
		],
		pageWords: (page, pages) => say('report.page', { page, pages }),
	})
}
