import { z } from 'zod'

const text = z.string().nullish()

/** The title of a plan that is being written, out of its text. */
export const TextParts = z
	.object({ titleEn: text, titleId: text })
	.transform(({ titleEn, titleId }) => ({ en: titleEn || null, id: titleId || null }))
