import { z } from 'zod'
import { PAGES_AT_MOST } from '#app/domain/commitment-list/rules.ts'
import { TypedWords } from '#app/domain/commitment-list/schema.ts'
import { FOUND_KINDS } from './rules.ts'

/** What is searched for; every part is in the address of the page. */
export const SearchAsked = z.strictObject({
	q: TypedWords.optional(),
	/** Only things of this kind. */
	kind: z.enum(FOUND_KINDS).optional(),
	page: z.coerce.number().int().min(1).max(PAGES_AT_MOST).optional(),
})
export type SearchAsked = z.infer<typeof SearchAsked>
