import type { Locale } from '#app/i18n/locale.ts'
import type { ProgressReportModel } from '#app/domain/report/view.ts'
import { snapshotText } from '#app/domain/report/rules.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { base64Of, parseCheckpoint, parseNote } from '#app/ledger/checkpoint.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { Attachment, ReportDocument } from '#reports/pdf/document.ts'
import { layoutProgressReport } from './layout.ts'
import { progressReport } from './model.ts'
import { nameOf, phraseOf, wordsIn } from './words.ts'
import type { Words } from './words.ts'

/** What is drawn: a frozen model, the name of its snapshot, and the language. */
export type ProgressReportInput = {
	readonly model: ProgressReportModel
	readonly snapshotId: string
	readonly locale: Locale
}

/** Draws the progress report. Depends on its input alone: the same input gives the same bytes. */
export async function renderProgressReport(input: ProgressReportInput): Promise<Uint8Array> {
	const { blocks, frame } = progressReportDocument(input)
	return drawDocument(blocks, frame)
}

/** What the progress report says, and what each of its pages repeats, whatever it is drawn as. */
export function progressReportDocument({ model, snapshotId, locale }: ProgressReportInput): ReportDocument {
	const words = wordsIn(locale)
	const { say, format } = words
	const { plan, ledgerSize } = model.record
	const member = nameOf(plan.member.name, words)
	const title = say('report.progress.title', { plan: wordsOf(phraseOf(plan.title, words)), member })
	const frame = {
		language: locale,
		title,
		author: member,
		createdAt: new Date(`${model.asOfOn}T00:00:00Z`),
		header: { left: title, right: plan.member.isDemonstration ? say('report.demonstration') : '' },
		footer: [
			say('report.statement'),
			say('report.foot.snapshot', { id: snapshotId, size: format.count(ledgerSize) }),
			...checkpointLine(model, words),
		],
		attachments: attachmentsOf(model, words),
		pageWords: (page: string, pages: string) => say('report.page', { page, pages }),
	}
	return { blocks: layoutProgressReport(progressReport(model, snapshotId), words), frame }
}

/** The log's checkpoint as every page says it: enough to hold the log to it later. */
export function checkpointLine(
	{ checkpoint }: Pick<ProgressReportModel, 'checkpoint'>,
	{ say }: Words,
): readonly string[] {
	const note = checkpoint === undefined ? null : parseNote(checkpoint)
	const parsed = note && parseCheckpoint(note.text)
	if (!parsed) return []
	const { origin, size, root } = parsed
	return [say('report.foot.checkpoint', { origin, size: String(size), root: base64Of(root) })]
}

/** The frozen model and the signed checkpoint travel in the file, so that it can be checked and drawn anew. */
function attachmentsOf(model: ProgressReportModel, { say }: Words): readonly Attachment[] {
	if (model.checkpoint === undefined) return []
	return [
		{
			name: 'checkpoint.txt',
			mediaType: 'text/plain',
			about: say('report.attached.checkpoint'),
			text: model.checkpoint,
		},
		{
			name: 'snapshot.json',
			mediaType: 'application/json',
			about: say('report.attached.snapshot'),
			text: snapshotText(model),
		},
	]
}
