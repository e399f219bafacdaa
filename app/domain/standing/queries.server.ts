import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { remarksOf } from '#app/domain/expectation-remark/view.ts'
import { listStandings, rulesOf } from '#app/domain/member-expectation/queries.server.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import type { StandingFacts } from '#app/domain/member-expectation/rules.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import { findMember, listMembers } from '#app/domain/member/queries.server.ts'
import { planOn } from '#app/domain/plan-succession/rules.ts'
import { figuresOf } from '#app/domain/rule-sentence/rules.ts'
import { listSnapshots } from '#app/domain/status-snapshot/queries.server.ts'
import { HISTORY_QUARTERS, quarterEnds } from './rules.ts'
import { levelsOf } from './view.ts'
import type { RuleNumbers, StandingPage, StandingRow } from './view.ts'

type Asking = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** Every member with its levels on a day, also those of which nothing is recorded here. */
export async function listAllStandings(asking: Asking, day: CalendarDay): Promise<readonly StandingRow[]> {
	const ctx: Context = { ...asking, actor: PUBLIC_ACTOR, requestId: '' }
	const [members, standings] = await Promise.all([listMembers(ctx), listStandings(asking, day)])
	return Promise.all(
		members.map(async (member) => {
			const known = standings.find(({ memberId }) => memberId === member.id)
			if (known) return { member, standing: known }
			const registers = registersOf({
				memberId: member.id,
				acts: [],
				counts: new Map(),
				organizations: new Map(),
			})
			const rules = await rulesOf(ctx, member.level, day)
			const standing = memberStanding({ member, registers, record: null, plans: [], rules, day })
			return { member, standing }
		}),
	)
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
	const standingOn = standingsOf(ctx, { member, plans, registers })
	const standing = await standingOn(day)
	const past = await Promise.all(quarterEnds(day, HISTORY_QUARTERS).map(standingOn))
	return {
		member,
		standing,
		ruleNumbers: await numbersOf(ctx, standing),
		remarks: remarksOf(registers, day),
		history: past.map(levelsOf),
		snapshots,
		kinds: await kindsOf(ctx, standing),
	}
}

type Known = Pick<StandingFacts, 'member' | 'plans' | 'registers'>

/** The standing of a member on any day, its record read once for each plan. */
function standingsOf(ctx: Context, known: Known): (on: CalendarDay) => Promise<MemberStanding> {
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
		return memberStanding({ ...known, record, rules, day })
	}
}

async function numbersOf({ db }: Context, { ruleSet }: MemberStanding): Promise<RuleNumbers> {
	const row = await db.ruleSet.findUnique({ where: { id: ruleSet.id } })
	if (!row) return {}
	const singles = figuresOf(row).flatMap(({ name, values: [value] }): [string, number][] =>
		value === undefined ? [] : [[name, value]],
	)
	return Object.fromEntries(singles)
}

async function kindsOf({ db }: Context, { expectations }: MemberStanding) {
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
