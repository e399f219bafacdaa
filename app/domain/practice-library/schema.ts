import { z } from 'zod'

/** What the library of good practices can be narrowed by; every part is in the address of the page. */
export const PracticeFilter = z.strictObject({
	/** Words that all occur in the practice, in either language. */
	q: z.string().trim().max(200).optional(),
	theme: z.string().trim().max(300).optional(),
	member: z.string().max(128).optional(),
	/** A member that says it uses the practice. */
	usedBy: z.string().max(300).optional(),
	page: z.coerce.number().int().min(1).max(10_000).optional(),
})
export type PracticeFilter = z.infer<typeof PracticeFilter>
