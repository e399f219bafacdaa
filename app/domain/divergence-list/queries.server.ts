import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { divergenceLines, linesMatching, summaryOf } from './rules.ts'
import type { DivergenceLine, DivergenceSummary } from './rules.ts'
import type { DivergenceFilter } from './schema.ts'

/** A list of divergences with what it leaves out, and what it can be narrowed by. */
export type DivergenceList = {
	readonly lines: readonly DivergenceLine[]
	/** Before anything was left out. */
	readonly all: readonly DivergenceLine[]
	readonly summary: DivergenceSummary
	readonly plans: readonly PlanView[]
	readonly checkpoints: readonly string[]
	readonly ledgerSize: number
}

/**
 * The divergences of one plan, of a member's plans, or of all plans that civil society or a Monitoring Body looked at.
 * A plan or member that is not there gives an empty list.
 */
export async function listDivergences(ctx: Context, filter: DivergenceFilter): Promise<DivergenceList> {
	const plans = await listPlans(ctx)
	const looked = await lookedAt(ctx)
	const chosen = plans.filter((plan) => {
		if (filter.plan !== undefined) return plan.id === filter.plan
		return filter.member === undefined ? looked.has(plan.id) : plan.member.id === filter.member
	})
	const records = await Promise.all(chosen.map((plan) => findPlanRecord(ctx, plan.id)))
	const all = records
		.flatMap((record) => divergenceLines(record, filter, dayIn(record.plan.member.timeZone, ctx.now)))
		.filter((line) => filter.institution === undefined || line.institution === filter.institution)
	const lines = linesMatching(all, filter)
	return {
		lines,
		all,
		summary: summaryOf(all, lines),
		plans,
		checkpoints: [...new Set(records.flatMap((record) => record.checkpoints.map(({ code }) => code)))],
		ledgerSize: Math.max(0, ...records.map((record) => record.ledgerSize)),
	}
}

/** Ids of the plans that somebody independent looked at here. */
async function lookedAt({ db }: Context): Promise<ReadonlySet<string>> {
	const [found, assessed] = await Promise.all([
		db.verification.findMany({
			select: { commitment: { select: { actionPlanId: true } } },
			distinct: ['commitmentId'],
		}),
		db.localAssessment.findMany({ select: { actionPlanId: true }, distinct: ['actionPlanId'] }),
	])
	return new Set([
		...found.map(({ commitment }) => commitment.actionPlanId),
		...assessed.map(({ actionPlanId }) => actionPlanId),
	])
}
