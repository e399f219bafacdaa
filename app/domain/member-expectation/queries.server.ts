import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { grouped } from '#app/domain/grouped.ts'
import { findMember, listMembers } from '#app/domain/member/queries.server.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { listRegisters } from '#app/domain/member-register/queries.server.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { planOn } from '#app/domain/plan-succession/rules.ts'
import { findProcessRules } from '#app/domain/process-rules/queries.server.ts'
import type { ProcessRuleSet } from '#app/domain/process-rules/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { memberStanding } from './rules.ts'
import type { StandingFacts } from './rules.ts'
import type { MemberStanding } from './view.ts'

type Asking = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** The five expectations of one member on a day. Refuses with `not_found`. */
export async function findStanding(
	asking: Asking,
	memberId: string,
	day: CalendarDay,
): Promise<MemberStanding> {
	const ctx = asEveryone(asking)
	const member = await findMember(ctx, memberId)
	const [facts] = await factsOf(ctx, [member], day)
	if (!facts) throw new Refusal('not_found')
	return memberStanding(facts)
}

/** The same of every member that has a plan here or said something beyond plans; national ones first, then by name. */
export async function listStandings(asking: Asking, day: CalendarDay): Promise<readonly MemberStanding[]> {
	return (await listStandingFacts(asking, day)).map(memberStanding)
}

/** All that these are computed from. */
export async function listStandingFacts(asking: Asking, day: CalendarDay): Promise<readonly StandingFacts[]> {
	const ctx = asEveryone(asking)
	const [members, planned, speaking] = await Promise.all([
		listMembers(ctx),
		ctx.db.actionPlan.findMany({
			where: { status: { notIn: NOT_PUBLIC } },
			distinct: ['memberId'],
			select: { memberId: true },
		}),
		ctx.db.memberAct.findMany({ distinct: ['memberId'], select: { memberId: true } }),
	])
	const ids = new Set([...planned, ...speaking].map(({ memberId }) => memberId))
	return factsOf(
		ctx,
		members.filter(({ id }) => ids.has(id)),
		day,
	)
}

/** Levels are the same for everyone: whoever asks, only what is public is read. */
function asEveryone({ db, now, withdrawals }: Asking): Context {
	return { db, now, withdrawals, actor: PUBLIC_ACTOR, requestId: '' }
}

/** What the levels of some members are computed from, in as many statements as for one. */
async function factsOf(
	ctx: Context,
	members: readonly MemberView[],
	day: CalendarDay,
): Promise<readonly StandingFacts[]> {
	if (members.length === 0) return []
	const ids = members.map(({ id }) => id)
	const [{ plans, recordsOf }, registers, rules] = await Promise.all([
		readPlans(ctx, ids.length === 1 ? { member: ids[0] } : {}),
		listRegisters(ctx, ids),
		rulesOfTracks(ctx, members, day),
	])
	const plansOf = grouped(plans, ({ member }) => member.id)
	const asked = members.flatMap((member) => planOn(plansOf.get(member.id) ?? [], day)?.id ?? [])
	const records = new Map(
		(await recordsOf(asked, 'WITHOUT_WORDS')).map((record) => [record.plan.member.id, record]),
	)
	return members.flatMap((member, at) => {
		const [own, held] = [registers[at], rules.get(member.level)]
		if (!own || !held) return []
		const record = records.get(member.id) ?? null
		return [{ member, registers: own, record, plans: plansOf.get(member.id) ?? [], rules: held, day }]
	})
}

/** The rules of the tracks of some members on a day, read once for each. */
export async function rulesOfTracks(
	ctx: Context,
	members: readonly Pick<MemberView, 'level'>[],
	day: CalendarDay,
): Promise<ReadonlyMap<MemberView['level'], ProcessRuleSet>> {
	const tracks = [...new Set(members.map(({ level }) => level))]
	const rules = await Promise.all(
		tracks.map(async (track) => [track, await rulesOf(ctx, track, day)] as const),
	)
	return new Map(rules)
}

/** The rules of a track on a day; before the first ones held, these. Refuses with `not_found` where there are none. */
export async function rulesOf(
	{ db }: Context,
	track: MemberView['level'],
	day: CalendarDay,
): Promise<ProcessRuleSet> {
	const held = await findProcessRules(db, track, day)
	if (held) return held
	const first = await db.ruleSet.findFirst({
		where: { track },
		orderBy: { validFrom: 'asc' },
		select: { validFrom: true },
	})
	const rules = first && (await findProcessRules(db, track, first.validFrom))
	if (!rules) throw new Refusal('not_found')
	return rules
}
