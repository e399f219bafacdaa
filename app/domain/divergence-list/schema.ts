import { z } from 'zod'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'

/** What the list of divergences can be narrowed by; every part is in the address of the page. */
export const DivergenceFilter = z.strictObject({
	member: z.string().max(128).optional(),
	plan: z.string().max(128).optional(),
	/** The responsible institution as the plan names it. */
	institution: z.string().trim().max(300).optional(),
	/** A checkpoint's code, `all` for one line at each, or nothing: as everything stands. */
	checkpoint: z.string().max(16).optional(),
	state: z.enum(DIVERGENCE_STATES).optional(),
	after: z.string().max(200).optional(),
})
export type DivergenceFilter = z.infer<typeof DivergenceFilter>
