import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Context } from '#app/domain/context.ts'
import type { OpenDataQuery } from './schema.ts'

/** The public records that are asked for; a plan or member that is not there gives an empty list. */
export async function listOpenRecords(
	ctx: Context,
	{ plan, member }: OpenDataQuery,
): Promise<readonly PlanRecord[]> {
	const plans = await listPlans(ctx, member === undefined ? {} : { member })
	const ids = plans.map(({ id }) => id).filter((id) => plan === undefined || id === plan)
	return listPlanRecords(ctx, ids)
}
