import { may } from '#app/access/policy.ts'
import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { reportJobView } from './view.ts'
import type { ReportJobView } from './view.ts'

/** How the compiling of a report stands, for whoever may compile it. Refuses with `not_found`, `not_allowed`. */
export async function findReportJob(ctx: Context, id: string): Promise<ReportJobView> {
	const row = await ctx.db.reportJob.findUnique({ where: { id } })
	if (!row) throw new Refusal('not_found')
	const plan = await findPlanToCompile(ctx, row.actionPlanId)
	const before = await ctx.db.reportJob.count({
		where: { openKey: { not: null }, requestedAt: { lt: row.requestedAt } },
	})
	return reportJobView(row, plan, row.openKey === null ? 0 : before)
}

/** A plan whose reports the actor compiles. Refuses with `not_found`, `not_allowed`. */
export async function findPlanToCompile(ctx: Context, planId: string): Promise<PlanView> {
	const [plan] = (await readPlans(ctx, { ids: [planId] })).plans
	if (!plan) throw new Refusal('not_found')
	if (!may(ctx.actor, 'report.compile', { memberId: plan.member.id })) throw new Refusal('not_allowed')
	return plan
}
