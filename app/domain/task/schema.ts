import { z } from 'zod'

const text = z.string().nullish()

/** The title of a plan that is being written, out of its text. */
export const TextParts = z
	.object({ titleEn: text, titleId: text })
	.transform(({ titleEn, titleId }) => ({ en: titleEn || null, id: titleId || null }))

/** A report that waits for a lead, as the database gives it; `total`: how many wait. */
export const ApprovalRow = z.object({
	draftId: z.string(),
	titleEn: z.string().nullable(),
	titleId: z.string().nullable(),
	checkpointCode: z.string(),
	dueOn: z.string(),
	timeZone: z.string(),
	atMs: z.number(),
	total: z.number(),
})
