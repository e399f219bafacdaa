import { z } from 'zod'
import { SHOWN_AT_ONCE } from '#app/domain/consultation/rules.ts'
import { ReasonedAnswerSaid } from '#app/domain/consultation/schema.ts'
import { inEitherLanguage, optionalLongText, shortText } from '#app/domain/typed-values.ts'

const { outcome, reasonId, reasonEn, commitmentId } = ReasonedAnswerSaid.shape

/**
 * An answer to one contribution, or the same one to several; each becomes an act of its own. A correction says why.
 */
export const AnswerForm = z
	.strictObject({
		contributionIds: z
			.array(shortText('reasoned-answer.chosen.none'))
			.min(1, { error: 'reasoned-answer.chosen.none' })
			.max(SHOWN_AT_ONCE, { error: 'reasoned-answer.chosen.none' })
			.default([]),
		/** The version that the form corrects; 0 for a first answer. */
		seen: z.coerce.number().int().min(0).default(0),
		outcome,
		reasonId,
		reasonEn,
		commitmentId,
		correction: optionalLongText,
		/** Of a correction: the answer was published in error, and the contribution waits again. */
		isRetracted: z.literal('on').optional(),
	})
	.superRefine(inEitherLanguage('reason'))
	.refine((answer) => answer.contributionIds.length > 0, {
		path: ['contributionIds'],
		error: 'reasoned-answer.chosen.none',
	})
	.refine((answer) => answer.seen === 0 || Boolean(answer.correction), {
		path: ['correction'],
		error: 'member-act.reason.required',
	})
export type AnswerForm = z.output<typeof AnswerForm>
