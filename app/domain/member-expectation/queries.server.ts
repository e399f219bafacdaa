import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findMember, listMembers } from '#app/domain/member/queries.server.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { findRegisters, listRegisters } from '#app/domain/member-register/queries.server.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import { planOn } from '#app/domain/plan-succession/rules.ts'
import { findProcessRules } from '#app/domain/process-rules/queries.server.ts'
import type { ProcessRuleSet } from '#app/domain/process-rules/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { memberStanding } from './rules.ts'
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
	const [plans, registers, rules] = await Promise.all([
		listPlans(ctx, { member: memberId }),
		findRegisters(ctx, memberId),
		rulesOf(ctx, member.level, day),
	])
	return standingOf(ctx, { member, plans, registers, rules, day })
}

/** The same of every member that has a plan here or said something beyond plans; national ones first, then by name. */
export async function listStandings(asking: Asking, day: CalendarDay): Promise<readonly MemberStanding[]> {
	const ctx = asEveryone(asking)
	const [members, plans, speaking] = await Promise.all([
		listMembers(ctx),
		listPlans(ctx),
		ctx.db.memberAct.findMany({ distinct: ['memberId'], select: { memberId: true } }),
	])
	const ids = new Set([...plans.map(({ member }) => member.id), ...speaking.map(({ memberId }) => memberId)])
	const shown = members.filter(({ id }) => ids.has(id))
	if (shown.length === 0) return []
	const tracks = new Set(shown.map(({ level }) => level))
	const [registers, national, local] = await Promise.all([
		listRegisters(
			ctx,
			shown.map(({ id }) => id),
		),
		tracks.has('NATIONAL') ? rulesOf(ctx, 'NATIONAL', day) : null,
		tracks.has('LOCAL') ? rulesOf(ctx, 'LOCAL', day) : null,
	])
	const found = shown.flatMap((member): Found[] => {
		const own = registers.find(({ memberId }) => memberId === member.id)
		const rules = member.level === 'NATIONAL' ? national : local
		const ownPlans = plans.filter((plan) => plan.member.id === member.id)
		return own && rules ? [{ member, plans: ownPlans, registers: own, rules, day }] : []
	})
	return Promise.all(found.map((one) => standingOf(ctx, one)))
}

/** Levels are the same for everyone: whoever asks, only what is public is read. */
function asEveryone({ db, now, withdrawals }: Asking): Context {
	return { db, now, withdrawals, actor: PUBLIC_ACTOR, requestId: '' }
}

type Found = {
	readonly member: MemberView
	readonly plans: readonly PlanView[]
	readonly registers: MemberRegisters
	readonly rules: ProcessRuleSet
	readonly day: CalendarDay
}

async function standingOf(ctx: Context, found: Found): Promise<MemberStanding> {
	const plan = planOn(found.plans, found.day)
	const record = plan && (await findPlanRecord(ctx, plan.id))
	return memberStanding({ ...found, record })
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
