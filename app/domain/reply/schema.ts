import { z } from 'zod'
import { evidence, head, sealed, text } from '#app/domain/act-content/schema.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { fileAnswer, linkAnswer, typedText } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import { REPLY_MAX_CHARACTERS, saysSomething } from './rules.ts'

/** What the act of an institution's reply says in public. */
export const ReplyContent = z.strictObject({
	kind: z.literal('reply.published'),
	...head,
	verificationRecordId: z.string(),
	verificationVersion: z.int(),
	commitmentId: z.string(),
	milestoneId: text,
	organizationId: z.string(),
	textEn: text,
	textId: text,
	dueOn: z.string(),
	isLate: z.boolean(),
	evidence,
	...sealed,
})

/** The draft's version that was seen; 0: there was none. */
const seenVersion = z.int({ error: 'form.version' }).min(0, { error: 'form.version' })
const findingVersion = z.int({ error: 'form.version' }).min(1, { error: 'form.version' })
const words = typedText(REPLY_MAX_CHARACTERS).optional()

/** The texts of a reply, with what was seen while they were written: the finding, the draft, and a reply before it. */
export const ReplyAnswer = z
	.strictObject({
		version: seenVersion,
		findingVersion,
		/** The version of the institution's published reply; 0: there was none. */
		after: z.int({ error: 'form.version' }).min(0, { error: 'form.version' }),
		textId: words,
		textEn: words,
	})
	.refine(({ textEn, textId }) => saysSomething({ en: textEn ?? null, id: textId ?? null }), {
		path: ['textId'],
		error: 'reply.text.required',
	})
export type ReplyAnswer = z.infer<typeof ReplyAnswer>

/** One more link with a reply. */
export function replyLinkAnswer(today: CalendarDay) {
	return linkAnswer(today).safeExtend({ version: seenVersion })
}
export type ReplyLinkAnswer = z.infer<ReturnType<typeof replyLinkAnswer>>

/** One more file with a reply. */
export function replyFileAnswer(arrival: FileArrival) {
	return fileAnswer(arrival).safeExtend({ version: seenVersion })
}
export type ReplyFileAnswer = z.infer<ReturnType<typeof replyFileAnswer>>

/** The draft as it was seen, and nothing else. */
export const SeenReply = z.strictObject({ version: seenVersion })
export type SeenReply = z.infer<typeof SeenReply>
