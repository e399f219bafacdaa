import { z } from 'zod'

/** Longest reason in one language. Unit: Unicode code points. Source: our own. */
export const REASON_MAX_CHARACTERS = 1000

const reason = z
	.string()
	.trim()
	.refine((text) => [...text].length <= REASON_MAX_CHARACTERS, 'form.too-long')
	.optional()

/** Why an obligation is not asked for: a sentence in one language at least. */
export const WaiverAnswer = z
	.strictObject({ reasonId: reason, reasonEn: reason })
	.refine(({ reasonId, reasonEn }) => Boolean(reasonId) || Boolean(reasonEn), {
		path: ['reasonId'],
		message: 'obligation.waive.reason-required',
	})
export type WaiverAnswer = z.infer<typeof WaiverAnswer>

/** Whose deadlines a calendar shows. */
export const CalendarQuery = z.strictObject({ member: z.string().max(128).optional() })
