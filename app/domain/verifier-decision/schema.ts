import { z } from 'zod'
import { head, sealed, text } from '#app/domain/act-content/schema.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { DECISIONS, REASON_MAX_CHARACTERS } from './rules.ts'

/** What the act of a verifier's decision says in public. */
export const DecisionContent = z.strictObject({
	kind: z.literal('verifier-decision.published'),
	...head,
	verificationRecordId: z.string(),
	verificationVersion: z.int(),
	replyRecordId: text,
	replyVersion: z.int().nullable(),
	commitmentId: z.string(),
	milestoneId: text,
	organizationId: z.string(),
	decision: z.string(),
	changedToVersion: z.int().nullable(),
	reasonEn: text,
	reasonId: text,
	...sealed,
})

const words = typedText(REASON_MAX_CHARACTERS).optional()

/** What a verifier decides and why, with what they saw: the newest version of the finding, and the decisions on it. */
export const DecisionAnswer = z
	.strictObject({
		findingVersion: z.int({ error: 'form.version' }).min(1, { error: 'form.version' }),
		/** How many decisions on the finding there were. */
		after: z.int({ error: 'form.version' }).min(0, { error: 'form.version' }),
		decision: z.enum(DECISIONS, { error: 'decision.required' }),
		reasonId: words,
		reasonEn: words,
	})
	.refine(({ reasonEn, reasonId }) => Boolean(reasonEn) || Boolean(reasonId), {
		path: ['reasonId'],
		error: 'decision.reason.required',
	})
export type DecisionAnswer = z.infer<typeof DecisionAnswer>
