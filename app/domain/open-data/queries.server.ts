import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Context } from '#app/domain/context.ts'
import { listMembers } from '#app/domain/member/queries.server.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { listPractices } from '#app/domain/practice-library/queries.server.ts'
import type { PracticeView } from '#app/domain/practice-library/view.ts'
import type { OpenDataQuery } from './schema.ts'

/** Everything public that the tables are made of. */
export type OpenRecords = {
	readonly records: readonly PlanRecord[]
	readonly members: readonly MemberView[]
	readonly practices: readonly PracticeView[]
}

type Narrowed = Pick<OpenDataQuery, 'plan' | 'member'>

/**
 * The public records that are asked for: those of one plan and of its member, or of one member, or all. A plan or
 * member that is not there gives empty lists.
 */
export async function findOpenRecords(ctx: Context, { plan, member }: Narrowed): Promise<OpenRecords> {
	const plans = (await listPlans(ctx, member === undefined ? {} : { member })).filter(
		({ id }) => plan === undefined || id === plan,
	)
	const [records, members, practices] = await Promise.all([
		listPlanRecords(
			ctx,
			plans.map(({ id }) => id),
		),
		listMembers(ctx),
		listPractices(ctx),
	])
	const isAsked = (id: string) =>
		plan === undefined ? member === undefined || id === member : plans.some((one) => one.member.id === id)
	return {
		records,
		members: members.filter(({ id }) => isAsked(id)),
		practices: practices.filter((practice) => isAsked(practice.member.id)),
	}
}
