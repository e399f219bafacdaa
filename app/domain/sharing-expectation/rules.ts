import { addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isOgpMember, joiningOf } from '#app/domain/declaration-expectation/rules.ts'
import type { MemberFacts } from '#app/domain/declaration-expectation/rules.ts'
import type { ExpectationLevel, ExpectationReason, JudgedExpectation } from '#app/domain/expectation/view.ts'
import { declarationsOf, isComplete } from '#app/domain/member-register/rules.ts'
import type { ActView } from '#app/domain/member-register/view.ts'

type Contribution = ActView<'contribution.published'>
type Judged = {
	readonly level: ExpectationLevel
	readonly reasons: readonly ExpectationReason[]
	readonly dueOn?: CalendarDay | null
}

/**
 * E5, sharing with others: the member's level on one day.
 *
 * Order  NOT_APPLICABLE, NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL; where nothing is recorded and the register
 *        is not complete, NOT_RECORDED. OGP expects it "as appropriate": alone it is never a breach.
 * Source our own; OGP publishes no formula, and the interface says so.
 *
 * @param cycleSince  First day of the plan, since when qualifying activities are counted; null: as far back as they count.
 */
export function sharingLevel(facts: MemberFacts, cycleSince: CalendarDay | null): JudgedExpectation {
	const { registers, rules, day } = facts
	const all = registers.of['contribution.published'].filter(({ said }) => firstDayOf(said.heldOn) <= day)
	const counted = all.filter(isSince(addMonths(day, -rules.sharingPartMonths.value), 'last'))
	const { level, reasons, dueOn = null } = judged(facts, counted, all)
	const since = cycleSince ?? addMonths(day, -rules.sharingPartMonths.value)
	const inCycle = all.filter(isSince(since, 'first'))
	const records = [
		...counted.map(({ recordId }) => recordId),
		...(reasons.includes('SHARING_MISSING') ? declarationsOf(registers, 'SHARING') : []),
	]
	return {
		code: 'E5_CONTRIBUTION',
		level,
		reasons,
		inputs: [{ code: 'SHARING_QUALIFYING', count: inCycle.filter(qualifies).length, of: inCycle.length }],
		records: [...new Set(records)].sort(),
		dueOn,
	}
}

function judged(facts: MemberFacts, counted: readonly Contribution[], all: readonly Contribution[]): Judged {
	const { member, rules, day } = facts
	if (!isOgpMember(member)) return { level: 'NOT_APPLICABLE', reasons: ['NOT_OGP_MEMBER'] }
	const joining = joiningOf(facts)
	const newUntil = joining && addMonths(joining.to, rules.newMemberMonths.value)
	if (all.length === 0 && newUntil !== null && day < newUntil)
		return { level: 'NOT_YET_DUE', reasons: ['NEW_MEMBER'], dueOn: newUntil }
	if (counted.length === 0) return withoutSharing(facts)
	const linked = counted.filter(({ said }) => Boolean(said.url))
	if (linked.length === 0) return { level: 'NO_EVIDENCE', reasons: ['SHARING_WITHOUT_EVIDENCE'] }
	return metOrPartial(facts, linked)
}

/** None in the months that count: not met where the register is complete for them, or since the member joined. */
function withoutSharing(facts: MemberFacts): Judged {
	const { registers, rules, day } = facts
	const since = addMonths(day, -rules.sharingPartMonths.value)
	const joinedOn = joiningOf(facts)?.from ?? since
	const from = joinedOn > since ? joinedOn : since
	return isComplete(registers, 'SHARING', { from, to: day })
		? { level: 'NOT_MET', reasons: ['SHARING_MISSING'] }
		: { level: 'NOT_RECORDED', reasons: ['NOT_RECORDED_HERE'] }
}

function metOrPartial({ member, rules, day }: MemberFacts, linked: readonly Contribution[]): Judged {
	const given = linked.filter(isGiven)
	const recent = given.filter(isSince(addMonths(day, -rules.sharingMonths.value), 'first'))
	const qualifying = recent.filter(qualifies)
	const abroad = given.filter(
		(one) =>
			one.said.scope === 'INTERNATIONAL' &&
			qualifies(one) &&
			isSince(addMonths(day, -rules.abroadMonths.value), 'first')(one),
	)
	const needsAbroad = member.level === 'NATIONAL'
	if (qualifying.length > 0 && (!needsAbroad || abroad.length > 0)) {
		const ends = [
			lastOf(qualifying, rules.sharingMonths.value),
			...(needsAbroad ? [lastOf(abroad, rules.abroadMonths.value)] : []),
		]
		return { level: 'MET', reasons: ['SHARED_RECENTLY'], dueOn: ends.sort()[0] ?? null }
	}
	if (given.length === 0) return { level: 'PARTIAL', reasons: ['SHARING_ONLY_RECEIVED'] }
	if (qualifying.length > 0) return { level: 'PARTIAL', reasons: ['SHARED_ONLY_AT_HOME'] }
	return {
		level: 'PARTIAL',
		reasons: [recent.length === 0 ? 'SHARED_LONG_AGO' : 'SHARING_WITHOUT_COUNTERPART'],
	}
}

/** The last day on which the newest of some activities counts. */
function lastOf(activities: readonly Contribution[], months: number): CalendarDay {
	const newest =
		activities
			.map(({ said }) => firstDayOf(said.heldOn))
			.sort()
			.at(-1) ?? ''
	return addMonths(newest, months)
}

/** Where only a month or a year is known, its first day is taken against the member, its last day for it. */
function isSince(from: CalendarDay, which: 'first' | 'last'): (one: Contribution) => boolean {
	return ({ said }) => (which === 'first' ? firstDayOf(said.heldOn) : lastDayOf(said.heldOn)) >= from
}

function isGiven({ said }: Contribution): boolean {
	return said.role === 'PROVIDER' || said.role === 'CO_HOST'
}

/** Given to or with a named counterpart outside the member's own jurisdiction, with evidence that everyone can open. */
function qualifies(one: Contribution): boolean {
	const { url, isOutsideJurisdiction, counterparts } = one.said
	return isGiven(one) && Boolean(url) && isOutsideJurisdiction === 'YES' && counterparts.length > 0
}
