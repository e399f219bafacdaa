import { PLAN_ROLES, membersOf } from '#app/access/policy.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { packedLists, packedTable } from '#app/domain/packed-rows.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { listPlansInTime } from '#app/domain/plan-event/queries.server.ts'
import type { PlanInTime } from '#app/domain/plan-event/queries.server.ts'
import { eventsOf, metOn } from '#app/domain/plan-event/rules.ts'
import type { PlanRow } from '#app/domain/plan-record/view.ts'
import { listPlanHeads } from '#app/domain/plan-row/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import type { Obligation, ObligationWaiver, RuleSet } from '#prisma/generated/client.ts'
import { carriedForward, obligationsFrom, rulesNotRecorded } from './rules.ts'
import { obligationId } from './view.ts'
import type { Kept } from './rules.ts'
import { obligationView } from './view.ts'
import type { ObligationView, PlanObligations } from './view.ts'

export type World = { readonly db: Transaction; readonly now: Date }

/** A plan's obligations as they are today, whether or not that is written down yet, beside what is. */
export type WorkedOut = {
	readonly plan: PlanInTime
	readonly cycle: CycleRules
	readonly dueSoonDays: number
	readonly waivers: readonly Unsealed<ObligationWaiver>[]
	/** By their last day. */
	readonly obligations: readonly Kept[]
	/** What is written down, by its name. */
	readonly kept: ReadonlyMap<string, Kept>
}

/**
 * Works out what a plan owes today from records, rules and the day: the same answer before and after it is written
 * down, so that public pages need not wait for a job. Refuses with `not_found`.
 */
export async function workOut(world: World, planId: string): Promise<WorkedOut> {
	const [worked] = await workOutAll(world, [planId])
	if (!worked) throw new Refusal('not_found')
	return worked
}

/** The same for several plans in as many statements as for one; those that are not there are missing. */
export async function workOutAll(world: World, planIds: readonly string[]): Promise<readonly WorkedOut[]> {
	const { rows } = await listPlanHeads(world, { ids: planIds })
	const byId = new Map((await workOutPlans(world, rows)).map((worked) => [worked.plan.planId, worked]))
	return planIds.flatMap((id) => byId.get(id) ?? [])
}

/** The same for plans that were read. */
export async function workOutPlans(world: World, plans: readonly PlanRow[]): Promise<readonly WorkedOut[]> {
	const inTime = await listPlansInTime(world, plans)
	if (inTime.length === 0) return []
	const found = await packedLists(
		world,
		LISTS,
		inTime.map(({ planId }) => planId),
	)
	const rows = OBLIGATIONS.rows(found.obligations)
	const waivers = WAIVERS.rows(found.waivers)
	return inTime.flatMap((plan) => {
		const ruleSet = plans.find(({ id }) => id === plan.planId)?.ruleSet
		if (!ruleSet) return []
		const isOfPlan = (row: { readonly actionPlanId: string }) => row.actionPlanId === plan.planId
		return [workedOut(plan, { ruleSet, rows: rows.filter(isOfPlan), waivers: waivers.filter(isOfPlan) })]
	})
}

const OBLIGATIONS = packedTable<Obligation>('Obligation')
const WAIVERS = packedTable<ObligationWaiver>('ObligationWaiver')
const LISTS = {
	obligations: OBLIGATIONS.list('v."actionPlanId" = ANY($1::text[])'),
	waivers: WAIVERS.list('v."actionPlanId" = ANY($1::text[])', 'v."version" DESC'),
}

type Stored = {
	readonly ruleSet: RuleSet
	readonly rows: readonly Obligation[]
	readonly waivers: readonly Unsealed<ObligationWaiver>[]
}

function workedOut(plan: PlanInTime, { ruleSet, rows, waivers }: Stored): WorkedOut {
	const cycle = CycleRules.parse(ruleSet.cycle)
	const dueSoonDays = ruleSetView(ruleSet).rules.dueSoonDays.value
	const kept = new Map<string, Kept>(rows.map((row) => [row.id, row]))
	const owed = plan.isKeptHere ? obligationsFrom(cycle, eventsOf(plan.facts), plan.facts) : []
	const owedById = new Map(owed.map((one) => [obligationId(plan.planId, one), one]))
	const obligations = [...new Set([...owedById.keys(), ...kept.keys()])].flatMap((id) => {
		const next = carriedForward(kept.get(id) ?? null, owedById.get(id) ?? null, {
			today: plan.facts.today,
			metOn: (one) => metOn(plan.facts, one),
		})
		return next === null ? [] : [next]
	})
	return { plan, cycle, dueSoonDays, waivers, kept, obligations: obligations.sort(byLastDay) }
}

/** The calendar of what a plan owes. Refuses with `not_found`. */
export async function listPlanObligations(ctx: Context, planId: string): Promise<PlanObligations> {
	const worked = await workOut(ctx, planId)
	const { plan, cycle } = worked
	return {
		plan: { id: planId, title: plan.title },
		member: plan.member,
		today: plan.facts.today,
		isKeptHere: plan.isKeptHere,
		obligations: viewsOf(worked),
		notRecorded: plan.isKeptHere ? rulesNotRecorded(cycle.obligations, eventsOf(plan.facts)) : [],
	}
}

/** An obligation with the plan it belongs to. */
export type MemberObligation = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	readonly obligation: ObligationView
	readonly today: CalendarDay
}

/** What the members owe for whom the actor runs the plans, by its last day. */
export async function listOwnObligations(ctx: Context): Promise<readonly MemberObligation[]> {
	return obligationsOf(ctx, await ownPlanIds(ctx))
}

/** What all members owe on the plans whose record is kept here, or one of them, by its last day. */
export async function listObligations(
	ctx: Context,
	{ member }: { readonly member?: string | undefined },
): Promise<readonly MemberObligation[]> {
	return obligationsOf(ctx, await listPlansInForce(ctx.db, [member ?? null]))
}

async function obligationsOf(world: World, planIds: readonly string[]): Promise<readonly MemberObligation[]> {
	const plans = await workOutAll(world, planIds)
	return plans
		.flatMap((worked) => viewsOf(worked).map((obligation) => ({ ...around(worked), obligation })))
		.sort((a, b) => byLastDay(a.obligation, b.obligation))
}

/** One obligation of a plan that the actor runs. Refuses with `not_found`. */
export async function findOwnObligation(ctx: Context, planId: string, id: string): Promise<MemberObligation> {
	if (!(await ownPlanIds(ctx)).includes(planId)) throw new Refusal('not_found')
	const worked = await workOut(ctx, planId)
	const obligation = viewsOf(worked).find((view) => view.id === id)
	if (!obligation) throw new Refusal('not_found')
	return { ...around(worked), obligation }
}

/** The published plans of some members (null: of all) that this site keeps the record of. */
export async function listPlansInForce(
	db: Transaction,
	memberIds: readonly (string | null)[] = [null],
): Promise<readonly string[]> {
	const mine = memberIds.includes(null) ? {} : { memberId: { in: memberIds.filter((id) => id !== null) } }
	const rows = await db.actionPlan.findMany({
		where: { ...mine, status: { not: 'DRAFT' }, versions: { some: { importedById: null } } },
		select: { id: true },
		orderBy: { id: 'asc' },
	})
	return rows.map(({ id }) => id)
}

function around({ plan }: WorkedOut): Omit<MemberObligation, 'obligation'> {
	return { plan: { id: plan.planId, title: plan.title }, member: plan.member, today: plan.facts.today }
}

function ownPlanIds(ctx: Context): Promise<readonly string[]> {
	return listPlansInForce(ctx.db, membersOf(ctx.actor, PLAN_ROLES))
}

function viewsOf(worked: WorkedOut): readonly ObligationView[] {
	const { plan, cycle, dueSoonDays, waivers } = worked
	return worked.obligations.map((kept) =>
		obligationView(kept, { plan, rules: cycle.obligations, dueSoonDays, waivers }),
	)
}

function byLastDay(
	a: { readonly dueOn: CalendarDay; readonly code: string },
	b: { readonly dueOn: CalendarDay; readonly code: string },
): number {
	if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
	return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
