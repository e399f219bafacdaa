import type { Locale } from '#app/i18n/locale.ts'
import { frameOf } from '#reports/document/frame.ts'
import { phraseOf, wordsIn } from '#reports/document/words.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { layoutSelfAssessment } from './layout.ts'
import type { SelfAssessmentDocumentModel } from './model.ts'

/** What is drawn: a published self-assessment and the language. */
export type SelfAssessmentInput = { readonly model: SelfAssessmentDocumentModel; readonly locale: Locale }

/** Draws a self-assessment. Depends on its input alone: the same input gives the same bytes. */
export async function renderSelfAssessment(input: SelfAssessmentInput): Promise<Uint8Array> {
	const { blocks, frame } = selfAssessmentDocument(input)
	return drawDocument(blocks, frame)
}

/** What a self-assessment says, and what each of its pages repeats, whatever it is drawn as. */
export function selfAssessmentDocument({ model, locale }: SelfAssessmentInput): ReportDocument {
	const words = wordsIn(locale)
	const { say, format } = words
	const { recordId, version, kind, stage, publishedOn } = model.published
	const { plan, member, ledgerSize } = model.published.model
	const foot = say('report.assessment.foot', { recordId, version, size: format.count(ledgerSize) })
	const frame = frameOf(
		{
			title: say('report.assessment.title', {
				kind: say(`self-assessment.kind.${kind}`),
				plan: wordsOf(phraseOf(plan.title, words)),
			}),
			author: member.name,
			onDay: publishedOn,
			isDemonstration: member.isDemonstration,
			foot: [
				say('report.self-assessment.statement'),
				...(stage === 'COMMENT' ? [say('report.self-assessment.draft')] : []),
				foot,
			],
			witness: model,
		},
		words,
	)
	return { blocks: layoutSelfAssessment(model, words), frame }
}
