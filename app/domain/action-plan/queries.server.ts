import { GOES_ON_ELSEWHERE } from '#app/domain/published-text/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { PlanFilter } from '#app/domain/commitment/schema.ts'
import { listOwed } from '#app/domain/owed-assessment/queries.server.ts'
import { planRecord, planView } from '#app/domain/plan-record/view.ts'
import type { PlanRow } from '#app/domain/plan-record/view.ts'
import { NOT_PUBLIC, listPlanHeads, listPlanRows } from '#app/domain/plan-row/queries.server.ts'
import type { Reading, WantedPlans } from '#app/domain/plan-row/queries.server.ts'
import { placesOf } from '#app/domain/plan-row/view.ts'
import type { PlanRecord, PlanView } from './view.ts'

/** Commitments without those that go on as others, which are counted instead. */
export const GOES_ON_HERE = { versions: { none: { standing: { in: [...GOES_ON_ELSEWHERE] } } } }

/** Plans that were read once, for lists and for records. */
export type PlansRead = {
	/** Real members before demonstrations, national before local, newest plan of each first. */
	readonly plans: readonly PlanView[]
	/** Everything public about some of them, in the order asked for. */
	readonly recordsOf: (planIds: readonly string[], reading?: Reading) => Promise<readonly PlanRecord[]>
}

/** The public plans that are wanted. */
export async function readPlans(ctx: Context, wanted: WantedPlans): Promise<PlansRead> {
	const { rows, organizations } = await listPlanHeads(ctx, wanted)
	const indexes = new Map(rows.flatMap(({ id, versions }) => placesOf(versions, () => id)))
	const plans = rows.flatMap((row) => planView(row, { indexes, organizations }) ?? [])
	return {
		plans: plans.sort(byMemberThenNewest),
		recordsOf: (planIds, reading = 'WHOLE') => {
			const asked = rows.filter(({ id }) => planIds.includes(id))
			return recordsOf(ctx, { asked, planIds, reading })
		},
	}
}

/** The public plans: real members before demonstrations, national before local, newest plan of each first. */
export async function listPlans(ctx: Context, filter: PlanFilter = {}): Promise<readonly PlanView[]> {
	return (await readPlans(ctx, filter)).plans
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
	return (await readPlans(ctx, { ids: planIds })).recordsOf(planIds)
}

type AskedRecords = {
	readonly asked: readonly PlanRow[]
	/** Their order. */
	readonly planIds: readonly string[]
	readonly reading: Reading
}

async function recordsOf(
	ctx: Context,
	{ asked, planIds, reading }: AskedRecords,
): Promise<readonly PlanRecord[]> {
	const [rows, owed] = await Promise.all([listPlanRows(ctx, asked, reading), listOwed(ctx, asked)])
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
