import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { ASSESSMENT_KINDS } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentKind } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentQuestion } from '#prisma/generated/client.ts'
import { ANSWER_SCALES, QUESTION_BASES } from './rules.ts'
import type { AnswerScale, QuestionBasis } from './rules.ts'

/** One question of an assessment in both languages. */
export type QuestionView = {
	readonly questionSet: string
	readonly code: string
	readonly kind: AssessmentKind
	readonly section: string
	readonly sectionTitle: Bilingual
	readonly position: number
	readonly scale: AnswerScale
	readonly choices: readonly { readonly code: string; readonly text: Bilingual }[]
	/** Asked of each commitment of the plan. */
	readonly isPerCommitment: boolean
	readonly text: Bilingual
	/** Null where the question says it all. */
	readonly help: Bilingual | null
	readonly basis: QuestionBasis
	readonly source: string
}

const Choices = z.array(z.strictObject({ code: z.string(), en: z.string(), id: z.string() }))

/** A question as it is stored, for pages and reports. */
export function questionView(row: AssessmentQuestion): QuestionView {
	return {
		questionSet: row.questionSet,
		code: row.code,
		kind: z.enum(ASSESSMENT_KINDS).parse(row.assessmentKind),
		section: row.section,
		sectionTitle: { en: row.sectionEn, id: row.sectionId },
		position: row.position,
		scale: z.enum(ANSWER_SCALES).parse(row.answerScale),
		choices: Choices.parse(row.choices).map(({ code, ...text }) => ({ code, text })),
		isPerCommitment: row.perCommitment,
		text: { en: row.textEn, id: row.textId },
		help: row.helpEn === null && row.helpId === null ? null : { en: row.helpEn, id: row.helpId },
		basis: z.enum(QUESTION_BASES).parse(row.basis),
		source: row.source,
	}
}
