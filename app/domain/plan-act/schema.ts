import { z } from 'zod'

const text = z.string().nullable()
const ofPlan = { planId: z.string() }
const timed = { ...ofPlan, atMs: z.number() }

/** An act about a plan as a whole, as far as deadlines need it; also the plan that follows it. */
export const PlanAct = z.discriminatedUnion('act', [
	z.object({
		act: z.literal('SELF_ASSESSMENT'),
		...timed,
		kind: z.string(),
		stage: z.string(),
		commentOpensOn: z.string(),
		commentClosesOn: z.string(),
	}),
	z.object({ act: z.literal('LOCAL_ASSESSMENT'), ...timed, kind: z.string(), commitmentId: text }),
	z.object({ act: z.literal('LEVEL'), ...timed, commitmentId: z.string(), level: z.string() }),
	z.object({ act: z.literal('REFRESH'), ...timed }),
	z.object({ act: z.literal('CODING'), ...ofPlan, indicator: z.string(), on: z.string() }),
	z.object({
		act: z.literal('OTHER_PLAN'),
		...ofPlan,
		startsOn: text,
		submittedOn: text,
		publishedOn: z.string(),
	}),
])
export type PlanAct = z.infer<typeof PlanAct>
