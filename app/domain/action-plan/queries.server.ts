import { GOES_ON_ELSEWHERE } from '#app/domain/published-text/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { PlanFilter } from '#app/domain/commitment/schema.ts'
import { listOwed } from '#app/domain/owed-assessment/queries.server.ts'
import { planRecord, planView } from '#app/domain/plan-record/view.ts'
import {
	NOT_PUBLIC,
	ledgerIndexes,
	listPlanRows,
	organizationNames,
} from '#app/domain/plan-row/queries.server.ts'
import type { PlanRecord, PlanView } from './view.ts'

/** Commitments without those that go on as others, which are counted instead. */
export const GOES_ON_HERE = { versions: { none: { standing: { in: [...GOES_ON_ELSEWHERE] } } } }

const withMemberAndVersion = {
	member: true,
	ruleSet: true,
	versions: { orderBy: { version: 'desc' }, take: 1 },
	_count: { select: { commitments: { where: GOES_ON_HERE } } },
} satisfies Prisma.ActionPlanInclude

/** The public plans: real members before demonstrations, national before local, newest plan of each first. */
export async function listPlans(ctx: Context, filter: PlanFilter = {}): Promise<readonly PlanView[]> {
	const rows = await ctx.db.actionPlan.findMany({
		where: {
			status: { notIn: NOT_PUBLIC },
			...(filter.member ? { memberId: filter.member } : {}),
			...(filter.level ? { member: { level: filter.level } } : {}),
		},
		include: withMemberAndVersion,
	})
	const indexes = await ledgerIndexes(
		ctx,
		rows.map((row) => row.id),
	)
	const importers = await organizationNames(
		ctx,
		rows.flatMap((row) => row.versions.flatMap((v) => v.importedById ?? [])),
	)
	return rows
		.flatMap((row) => planView(row, { indexes, organizations: importers }) ?? [])
		.sort(byMemberThenNewest)
}

/** Everything public about one plan. Refuses with `not_found` where there is none or it is still a draft. */
export async function findPlanRecord(ctx: Context, planId: string): Promise<PlanRecord> {
	const [record] = await listPlanRecords(ctx, [planId])
	if (!record) throw new Refusal('not_found')
	return record
}

/** The same of several plans in as many statements as of one, in the order asked for; those that are not there are missing. */
export async function listPlanRecords(
	ctx: Context,
	planIds: readonly string[],
): Promise<readonly PlanRecord[]> {
	if (planIds.length === 0) return []
	const plans = await ctx.db.actionPlan.findMany({
		where: { id: { in: [...planIds] }, status: { notIn: NOT_PUBLIC } },
		include: withMemberAndVersion,
	})
	const [rows, owed] = await Promise.all([listPlanRows(ctx, plans), listOwed(ctx, plans)])
	const records = new Map(
		rows.flatMap((own) => {
			const record = planRecord(own)
			return record ? [[record.plan.id, { ...record, ...owed.get(record.plan.id) }] as const] : []
		}),
	)
	return planIds.flatMap((id) => records.get(id) ?? [])
}

/** The id of the public plan that a commitment belongs to. Refuses with `not_found`. */
export async function findPlanIdOfCommitment(ctx: Context, commitmentId: string): Promise<string> {
	const commitment = await ctx.db.commitment.findFirst({
		where: { id: commitmentId, actionPlan: { status: { notIn: NOT_PUBLIC } } },
		select: { actionPlanId: true },
	})
	if (!commitment) throw new Refusal('not_found')
	return commitment.actionPlanId
}

/** Real members before demonstrations, national ones before local ones, then by name; newest plan first. */
function byMemberThenNewest(a: PlanView, b: PlanView): number {
	return memberKey(a).localeCompare(memberKey(b)) || planKey(b).localeCompare(planKey(a))
}

function memberKey({ member }: PlanView): string {
	return `${member.isDemonstration ? 1 : 0} ${member.level === 'NATIONAL' ? 0 : 1} ${member.name.en ?? ''}`
}

function planKey(plan: PlanView): string {
	return `${plan.startsOn ?? plan.submittedOn ?? ''} ${(plan.number ?? '').padStart(3, '0')}`
}
