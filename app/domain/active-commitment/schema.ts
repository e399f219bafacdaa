import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { ENDED_STANDINGS } from '#app/domain/published-text/rules.ts'

const bilingual = z.strictObject({ en: z.string().nullable(), id: z.string().nullable() })

/** A commitment that the figures of a level leave out, as a report keeps it. */
export const FrozenLeftOut = z.strictObject({
	commitmentId: z.string(),
	number: z.string().nullable(),
	title: bilingual,
	standing: z.enum(ENDED_STANDINGS),
	sinceOn: z.string().refine(isCalendarDay),
	amendment: z.strictObject({ recordId: z.string(), reason: bilingual }).nullable(),
	successors: z.array(
		z.strictObject({
			id: z.string(),
			commitmentId: z.string(),
			number: z.string().nullable(),
			title: bilingual,
		}),
	),
})
