import { z } from 'zod'
import { evidence, head, more, sealed, text } from '#app/domain/act-content/schema.ts'
import { NO_CHOICE, answersTo } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { fileAnswer, linkAnswer, typedText } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { EXPLANATION_MAX_CHARACTERS, REFERENCES_MAX_CHARACTERS, codesIn } from './rules.ts'

/** One answer of an assessment: to a question and, where it is asked of each, about a commitment. */
export const AssessmentAnswer = z.strictObject({
	code: z.string(),
	commitmentId: z.exactOptional(z.string()),
	/** A code of the question's scale, several with blanks between, or null where only the explanation answers. */
	answer: text,
	explanationEn: text,
	explanationId: text,
	references: text,
})
export type AssessmentAnswer = z.infer<typeof AssessmentAnswer>

export const AssessmentAnswers = z.array(AssessmentAnswer)

/** What the act of a Monitoring Body's assessment says in public. */
export const AssessmentContent = z.strictObject({
	kind: z.literal('local-assessment.published'),
	...head,
	planId: z.string(),
	assessmentKind: z.string(),
	commitmentId: text,
	organizationId: z.string(),
	questionSet: z.string(),
	answers: AssessmentAnswers,
	assessedLevel: more,
	signedByCount: z.int(),
	dueOn: more,
	evidence,
	...sealed,
})

/** The parts of an answer, each a field of its page's form. */
export const ANSWER_PARTS = ['answer', 'explanationId', 'explanationEn', 'references'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

/** The name of the form's field for a part of an answer. */
export function fieldOf(code: string, part: AnswerPart): string {
	return `${code}-${part}`
}

type Field = z.ZodType<string | string[] | undefined>

/** The form of one page. Nothing given is an answer too: what is missing is said before it is published. */
export function pageAnswer(questions: readonly QuestionView[]) {
	const fields: Record<string, Field> = { seen: z.string({ error: 'form.version' }) }
	for (const question of questions) {
		const { code } = question
		if (question.scale !== 'TEXT') fields[fieldOf(code, 'answer')] = answerField(question)
		fields[fieldOf(code, 'explanationId')] = typedText(EXPLANATION_MAX_CHARACTERS).optional()
		fields[fieldOf(code, 'explanationEn')] = typedText(EXPLANATION_MAX_CHARACTERS).optional()
		fields[fieldOf(code, 'references')] = typedText(REFERENCES_MAX_CHARACTERS).optional()
	}
	return z.strictObject(fields)
}
export type PageAnswer = z.infer<ReturnType<typeof pageAnswer>>

function answerField(question: QuestionView): Field {
	const one = z.enum([...answersTo(question)], { error: 'assessment.answer.unknown' })
	if (question.scale !== 'CHOICES') return one.optional()
	return z
		.array(one)
		.refine((codes) => codes.length < 2 || !codes.includes(NO_CHOICE), {
			error: 'assessment.fault.NONE_AND_OTHERS',
		})
		.optional()
}

/** What a page's form gives to its questions, those of them that got anything. */
export function answersFrom(
	page: { readonly questions: readonly QuestionView[]; readonly commitmentId: string | null },
	typed: PageAnswer,
): readonly AssessmentAnswer[] {
	return page.questions.flatMap(({ code }) => {
		const part = (name: AnswerPart): string | null => {
			const value = typed[fieldOf(code, name)]
			return (Array.isArray(value) ? value.join(' ') : value) || null
		}
		const given = {
			answer: part('answer'),
			explanationEn: part('explanationEn'),
			explanationId: part('explanationId'),
			references: part('references'),
		}
		if (Object.values(given).every((value) => value === null)) return []
		return [{ code, ...(page.commitmentId === null ? {} : { commitmentId: page.commitmentId }), ...given }]
	})
}

/** What a page's form shows of the stored answers. */
export function typedFrom(answers: readonly AssessmentAnswer[]): Record<string, string | readonly string[]> {
	const typed: Record<string, string | readonly string[]> = {}
	for (const given of answers)
		for (const part of ANSWER_PARTS) {
			const value = given[part]
			if (value !== null) typed[fieldOf(given.code, part)] = part === 'answer' ? codesIn(value) : value
		}
	return typed
}

/** A link as evidence of an answer, with the draft's version that the page showed. */
export function answerLink(today: CalendarDay) {
	return linkAnswer(today).safeExtend({ version: seenVersion })
}
export type AnswerLink = z.infer<ReturnType<typeof answerLink>>

/** How many files an assessment may still take, and how large each may be. Unit: bytes. Source: the rule set. */
export type FileRoom = { readonly left: number; readonly bytes: number }

/** A file as evidence of an answer, within what one assessment may carry. */
export function answerFile(arrival: FileArrival, room: FileRoom) {
	return fileAnswer(arrival)
		.safeExtend({ version: seenVersion })
		.refine(() => room.left > 0, { path: ['upload'], error: 'assessment.file.too-many', when: () => true })
		.refine(() => arrival.received === null || arrival.received.bytes <= room.bytes, {
			path: ['upload'],
			error: 'assessment.file.too-large',
			when: () => true,
		})
}
export type AnswerFile = z.infer<ReturnType<typeof answerFile>>
