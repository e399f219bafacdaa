import { z } from 'zod'
import { typedText } from '#app/domain/evidence/schema.ts'
import { QUESTION_MAX_CHARACTERS } from './rules.ts'

const text = (required: string) =>
	z
		.string({ error: required })
		.pipe(typedText(QUESTION_MAX_CHARACTERS))
		.refine((typed) => typed !== '', { error: required })
const help = z.string().pipe(typedText(QUESTION_MAX_CHARACTERS)).optional()

/** A question in other words, in both languages. Its scale, its choices and its place stay as they are. */
export const QuestionWording = z
	.strictObject({
		/** The question set that the page showed. */
		questionSet: z.string().max(128),
		textEn: text('question.text-en.required'),
		textId: text('question.text-id.required'),
		helpEn: help,
		helpId: help,
	})
	.refine(({ helpEn, helpId }) => Boolean(helpEn) === Boolean(helpId), {
		error: 'question.help.both',
		path: ['helpId'],
	})
export type QuestionWording = z.infer<typeof QuestionWording>
