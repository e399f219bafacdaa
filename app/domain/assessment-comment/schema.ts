import { z } from 'zod'
import { typedText } from '#app/domain/evidence/schema.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { COMMENT_MAX_CHARACTERS, DISPOSITIONS, NAME_MAX_CHARACTERS } from './rules.ts'

/** Characters that nobody sees and that turn the order of the text around them. */
const TURNS_ORDER = /[\u202a-\u202e\u2066-\u2069]/g

const inOrder = (text: string) => text.replace(TURNS_ORDER, '')

/** A name on one line. */
const name = z
	.string({ error: 'field.text' })
	.overwrite((text) => inOrder(text).replace(/\s+/g, ' '))
	.pipe(typedText(NAME_MAX_CHARACTERS))
	.optional()

/** A comment as anyone may leave it, without an account. */
export const CommentForm = z.strictObject({
	author: name,
	organization: name,
	body: z
		.string({ error: 'assessment-comment.body.required' })
		.overwrite(inOrder)
		.pipe(typedText(COMMENT_MAX_CHARACTERS))
		.refine((text) => text !== '', { error: 'assessment-comment.body.required' }),
})
export type CommentForm = z.infer<typeof CommentForm>

const words = typedText(COMMENT_MAX_CHARACTERS).optional()

/** What became of a comment, and why, in Indonesian, English or both. */
export const CommentAnswer = z
	.strictObject({
		version: seenVersion,
		disposition: z.enum(DISPOSITIONS, { error: 'assessment-comment.disposition.required' }),
		answerId: words,
		answerEn: words,
	})
	.refine((answer) => Boolean(answer.answerId) || Boolean(answer.answerEn), {
		path: ['answerId'],
		error: 'assessment-comment.answer.required',
	})
export type CommentAnswer = z.infer<typeof CommentAnswer>
