import type { Locale } from '#app/i18n/locale.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { attachedCheckpoint, checkpointLine } from '#reports/document/witness.ts'
import { missingWords } from '#reports/document/letters.ts'
import { nameOf, phraseOf, wordsIn } from '#reports/document/words.ts'
import { commitmentPhrase, layoutLocalAssessment } from './layout.ts'
import type { LocalAssessmentModel } from './model.ts'

/** What is drawn: a published assessment and the language. */
export type LocalAssessmentInput = { readonly model: LocalAssessmentModel; readonly locale: Locale }

/** Draws an assessment. Depends on its input alone: the same input gives the same bytes. */
export async function renderLocalAssessment(input: LocalAssessmentInput): Promise<Uint8Array> {
	const { blocks, frame } = localAssessmentDocument(input)
	return drawDocument(blocks, frame)
}

/** What an assessment says, and what each of its pages repeats, whatever it is drawn as. */
export function localAssessmentDocument({ model, locale }: LocalAssessmentInput): ReportDocument {
	const words = wordsIn(locale)
	const { say, format } = words
	const { assessment, plan, member, ledgerSize } = model.published
	const about = model.commitment ? commitmentPhrase(model.commitment, words) : phraseOf(plan.title, words)
	const kind = say(`assessment-kind.${assessment.kind}`)
	const title = say('report.assessment.title', { kind, plan: wordsOf(about) })
	const { recordId, version } = assessment
	const frame = {
		language: locale,
		title,
		author: nameOf(assessment.organizationName, words),
		createdAt: new Date(`${assessment.publishedOn}T00:00:00Z`),
		header: { left: title, right: member.isDemonstration ? say('report.demonstration') : '' },
		footer: [
			say('report.assessment.statement'),
			say('report.assessment.foot', { recordId, version, size: format.count(ledgerSize) }),
			...checkpointLine(model, words),
		],
		attachments: attachedCheckpoint(model, words),
		pageWords: (page: string, pages: string) => say('report.page', { page, pages }),
		missingWords: missingWords(words),
	}
	return { blocks: layoutLocalAssessment(model, words), frame }
}
