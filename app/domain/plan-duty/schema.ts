import { z } from 'zod'
import { TextParts } from '#app/domain/task/schema.ts'

const waits = { id: z.string(), text: TextParts, timeZone: z.string() }

/** What waits for those who run plans, as the database gives it. */
export const PlanDuty = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('PLAN_DRAFT'), ...waits, atMs: z.number() }),
	z.object({ kind: z.literal('AMENDMENT'), ...waits, atMs: z.number(), planId: z.string() }),
	z.object({
		kind: z.literal('COMMENTS'),
		...waits,
		planId: z.string(),
		assessmentKind: z.string(),
		windowEndsOn: z.string(),
		count: z.number(),
	}),
])
export type PlanDuty = z.infer<typeof PlanDuty>
