import { z } from 'zod'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import { COMMITMENT_ORDERS, LONGEST_SEARCH, PAGES_AT_MOST } from './rules.ts'

const level = z.enum([...COMPLETION_LEVELS, 'NONE']).optional()

/** Words as somebody typed them: of at most so many characters as people count them. */
export const TypedWords = z.string().refine((text) => [...text].length <= LONGEST_SEARCH)

/** What commitments can be found by; every part is in the address of the page. */
export const CommitmentsFilter = z.strictObject({
	/** Words of the commitment's text, in either language. */
	q: TypedWords.optional(),
	member: z.string().max(128).optional(),
	plan: z.string().max(128).optional(),
	/** A part of the name of a responsible institution, as the plan writes it. */
	institution: z.string().trim().max(300).optional(),
	/** A policy area as plans write it. */
	area: z.string().max(300).optional(),
	value: z.enum(OGP_VALUES).optional(),
	/** The level by each judge; NONE: no level by this judge. */
	claimed: level,
	verified: level,
	assessed: level,
	coded: level,
	/** How claim and independent finding stand to each other; DIFFERS: any judge gives another level than the claim. */
	divergence: z.enum([...DIVERGENCE_STATES, 'DIFFERS']).optional(),
	/** Whether a milestone is overdue today. */
	late: z.enum(['yes', 'no']).optional(),
	sort: z.enum(COMMITMENT_ORDERS).optional(),
	page: z.coerce.number().int().min(1).max(PAGES_AT_MOST).optional(),
})
export type CommitmentsFilter = z.infer<typeof CommitmentsFilter>

/** What a list is narrowed by, without which part of it is shown and in which order. */
export type Narrowing = Omit<CommitmentsFilter, 'sort' | 'page'>

/** What programs may ask the list for: the same, one part after the other. */
export const CommitmentsAsked = CommitmentsFilter.omit({ sort: true, page: true }).extend({
	after: z.string().max(128).optional(),
})
