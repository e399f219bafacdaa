import { z } from 'zod'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'

/** What a list of commitments can be narrowed by; every part is in the address of the page. */
export const CommitmentFilter = z.strictObject({
	/** Words in the title, the theme or the institution. */
	q: z.string().trim().max(100).optional(),
	/** How claim and verification stand to each other. */
	state: z.enum(DIVERGENCE_STATES).optional(),
	/** Only commitments with an overdue milestone. */
	overdue: z.literal('yes').optional(),
})
export type CommitmentFilter = z.infer<typeof CommitmentFilter>

/** What the list of plans can be narrowed by. */
export const PlanFilter = z.strictObject({
	level: z.enum(['NATIONAL', 'LOCAL']).optional(),
	member: z.string().max(128).optional(),
	after: z.string().max(128).optional(),
})
export type PlanFilter = z.infer<typeof PlanFilter>
