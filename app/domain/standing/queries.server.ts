import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { commitmentTests } from '#app/domain/commitment-test/rules.ts'
import { remarksOf } from '#app/domain/expectation-remark/view.ts'
import { listStandingFacts, rulesOf, rulesOfTracks } from '#app/domain/member-expectation/queries.server.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import type { StandingFacts } from '#app/domain/member-expectation/rules.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import { findMember, listMembers } from '#app/domain/member/queries.server.ts'
import { planOn } from '#app/domain/plan-succession/rules.ts'
import { figuresOf } from '#app/domain/rule-sentence/rules.ts'
import type { StoredRules } from '#app/domain/rule-sentence/rules.ts'
import { listSnapshots } from '#app/domain/status-snapshot/queries.server.ts'
import { HISTORY_QUARTERS, quarterEnds } from './rules.ts'
import { levelsOf } from './view.ts'
import type { PastLevels, RuleNumbers, StandingPage, StandingRow } from './view.ts'

type Asking = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** Every member with its levels on a day, also those of which nothing is recorded here. */
export async function listAllStandings(asking: Asking, day: CalendarDay): Promise<readonly StandingRow[]> {
	const known = await listAllFacts(asking, day)
	return known.map((facts) => ({ member: facts.member, standing: memberStanding(facts) }))
}

/** All that these are computed from, member by member. */
export async function listAllFacts(asking: Asking, day: CalendarDay): Promise<readonly StandingFacts[]> {
	const ctx: Context = { ...asking, actor: PUBLIC_ACTOR, requestId: '' }
	const [members, recorded] = await Promise.all([listMembers(ctx), listStandingFacts(asking, day)])
	const rules = await rulesOfTracks(ctx, members, day)
	const known = new Map(recorded.map((facts) => [facts.member.id, facts]))
	const nothing = { acts: [], counts: new Map(), organizations: new Map() }
	return members.flatMap((member) => {
		const held = rules.get(member.level)
		if (!held) return []
		const registers = registersOf({ memberId: member.id, ...nothing })
		return [known.get(member.id) ?? { member, registers, record: null, plans: [], rules: held, day }]
	})
}

/** The five expectations of one member on a day, with their history. Refuses with `not_found`. */
export async function findStandingPage(
	ctx: Context,
	memberId: string,
	day: CalendarDay,
): Promise<StandingPage> {
	const member = await findMember(ctx, memberId)
	const [plans, registers, snapshots] = await Promise.all([
		listPlans(ctx, { member: memberId }),
		findRegisters(ctx, memberId),
		listSnapshots(ctx, memberId, day),
	])
	const factsOn = factsOf(ctx, { member, plans, registers })
	const facts = await factsOn(day)
	const standing = memberStanding(facts)
	const past = await Promise.all(quarterEnds(day, HISTORY_QUARTERS).map(factsOn))
	return {
		member,
		standing,
		ruleNumbers: await numbersOf(ctx, standing),
		remarks: remarksOf(registers, day),
		commitmentTests: facts.record ? commitmentTests(facts.record, facts.day) : [],
		history: past.map(memberStanding).map(levelsOf),
		snapshots,
		kinds: await kindsOf(ctx, standing),
	}
}

/** The levels of a plan's member at the ends of the last quarters in which it was judged on that plan, the oldest first. */
export async function listPlanHistory(
	ctx: Context,
	{ id, member }: Pick<PlanView, 'id' | 'member'>,
	day: CalendarDay,
): Promise<readonly PastLevels[]> {
	const [plans, registers] = await Promise.all([
		listPlans(ctx, { member: member.id }),
		findRegisters(ctx, member.id),
	])
	const days = quarterEnds(day, HISTORY_QUARTERS).filter((on) => planOn(plans, on)?.id === id)
	const past = await Promise.all(days.map(factsOf(ctx, { member, plans, registers })))
	return past.map(memberStanding).map(levelsOf)
}

type Known = Pick<StandingFacts, 'member' | 'plans' | 'registers'>

/** What the levels of a member on any day are computed from, its record read once for each plan. */
function factsOf(ctx: Context, known: Known): (on: CalendarDay) => Promise<StandingFacts> {
	const records = new Map<string, Promise<PlanRecord>>()
	const recordOf = (planId: string) => {
		const found = records.get(planId) ?? findPlanRecord(ctx, planId)
		records.set(planId, found)
		return found
	}
	return async (day) => {
		const plan = planOn(known.plans, day)
		const [record, rules] = await Promise.all([
			plan ? recordOf(plan.id) : null,
			rulesOf(ctx, known.member.level, day),
		])
		return { ...known, record, rules, day }
	}
}

/** The numbers of every version by which one of the levels was computed. */
export async function numbersOf(
	{ db }: Context,
	{ expectations }: MemberStanding,
): Promise<StandingPage['ruleNumbers']> {
	const ids = new Set(expectations.map(({ ruleSet }) => ruleSet.id))
	const rows = await db.ruleSet.findMany({ where: { id: { in: [...ids] } } })
	return Object.fromEntries(rows.map((row) => [row.id, numbersIn(row)]))
}

function numbersIn(row: StoredRules): RuleNumbers {
	const singles = figuresOf(row).flatMap(({ name, values: [value] }): [string, number][] =>
		value === undefined ? [] : [[name, value]],
	)
	return Object.fromEntries(singles)
}

/** What kind of act each record behind some levels is. */
export async function kindsOf(
	{ db }: Context,
	{ expectations }: Pick<MemberStanding, 'expectations'>,
): Promise<StandingPage['kinds']> {
	const ids = expectations.flatMap(({ records, requirements }) => [
		...records,
		...requirements.flatMap((one) => one.records),
	])
	const entries = await db.ledgerEntry.findMany({
		where: { recordId: { in: [...new Set(ids)] } },
		select: { recordId: true, kind: true },
	})
	return Object.fromEntries(entries.map(({ recordId, kind }) => [recordId, kind]))
}
