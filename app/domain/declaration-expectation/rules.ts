import { addDays, addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { DECLARATION_ITEMS } from '#app/domain/declaration/rules.ts'
import type { ExpectationLevel, ExpectationReason, JudgedExpectation } from '#app/domain/expectation/view.ts'
import { declarationsOf, isComplete } from '#app/domain/member-register/rules.ts'
import type { Period } from '#app/domain/member-register/rules.ts'
import type { ActView, MemberRegisters } from '#app/domain/member-register/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { ProcessRules } from '#app/domain/process-rules/schema.ts'

/** What the first and the fifth expectation are judged on, on one day. */
export type MemberFacts = {
	readonly member: Pick<MemberView, 'level' | 'participationMode' | 'joinedYear'>
	readonly registers: MemberRegisters
	readonly rules: ProcessRules
	readonly day: CalendarDay
}

type Judged = {
	readonly level: ExpectationLevel
	readonly reasons: readonly ExpectationReason[]
	readonly dueOn?: CalendarDay | null
}

/**
 * E1, endorsement of the Open Government Declaration: the member's level on one day.
 *
 * Order  NOT_APPLICABLE, NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL; without any endorsement, and without a
 *        complete register, NOT_RECORDED. How many items of the Declaration commitments serve is information only.
 * Source our own; OGP publishes no formula, and the interface says so.
 */
export function declarationLevel(
	facts: MemberFacts,
	activeCommitments: readonly string[],
): JudgedExpectation {
	const { registers, day } = facts
	const endorsements = endorsementsOf(facts)
	const standing = membershipOn(registers, day)
	const administration = administrationOn(registers, day)
	const { level, reasons, dueOn = null } = judged(facts, { endorsements, standing, administration })
	const behind = [...endorsements, ...(standing ?? []), ...(administration ? [administration] : [])]
	const declared = reasons.some((one) => one === 'ENDORSEMENT_MISSING' || one === 'REAFFIRMATION_MISSING')
	const records = [
		...behind.map(({ recordId }) => recordId),
		...(declared ? declarationsOf(registers, 'DECLARATION') : []),
	]
	const covered = itemsCovered(registers, activeCommitments)
	return {
		code: 'E1_DECLARATION',
		level,
		reasons,
		inputs: [{ code: 'DECLARATION_ITEMS', count: covered, of: DECLARATION_ITEMS.length }],
		records: [...new Set(records)].sort(),
		dueOn,
	}
}

/** Whether OGP expects anything of it: not of observers, nor of those that only take part in a national plan. */
export function isOgpMember({ participationMode }: Pick<MemberView, 'participationMode'>): boolean {
	return participationMode === null || participationMode === 'OGP_LOCAL_MEMBER'
}

/** The time within which the member joined, as far as it is known; null where it is not. */
export function joiningOf({ member, registers }: Pick<MemberFacts, 'member' | 'registers'>): Period | null {
	const since = registers.of['membership.published'].map(({ said }) => said.sinceOn)
	const first = since.sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1))[0]
	const year = member.joinedYear === null ? null : String(member.joinedYear)
	const known = year !== null && (first === undefined || year < first.slice(0, 4)) ? year : first
	return known === undefined ? null : { from: firstDayOf(known), to: lastDayOf(known) }
}

type Endorsement = ActView<'endorsement.published'>
type Administration = ActView<'administration.published'>
type Found = {
	readonly endorsements: readonly Endorsement[]
	/** The acts that say the member's standing; several where they say it of the same day. */
	readonly standing: readonly ActView<'membership.published'>[] | null
	readonly administration: Administration | null
}

function judged(facts: MemberFacts, found: Found): Judged {
	if (!isOgpMember(facts.member)) return { level: 'NOT_APPLICABLE', reasons: ['NOT_OGP_MEMBER'] }
	const { endorsements, standing } = found
	const said = (standing ?? []).map((act) => act.said.status)
	const dueOn = endorsementDueOn(facts)
	if (endorsements.length === 0 && dueOn !== null && facts.day < dueOn)
		return { level: 'NOT_YET_DUE', reasons: ['NEW_MEMBER'], dueOn }
	if (said.some((status) => status !== 'ACTIVE' && status !== 'UNDER_REVIEW'))
		return { level: 'NOT_MET', reasons: ['MEMBERSHIP_NOT_ACTIVE'] }
	if (endorsements.length === 0) return withoutEndorsement(facts)
	const linked = endorsements.filter((act) => Boolean(act.said.url))
	if (linked.length === 0) return { level: 'NO_EVIDENCE', reasons: ['ENDORSEMENT_WITHOUT_FILE'] }
	const open = linked.filter((act) => act.said.isPublic)
	const counted = open.filter((act) => act.said.isHeadOrDelegate)
	const present = presence(facts, counted, found.administration)
	const lacking: ExpectationReason[] = [
		...(open.length === 0 ? (['ENDORSEMENT_NOT_PUBLIC'] as const) : []),
		...(open.length > 0 && counted.length === 0 ? (['ENDORSEMENT_NOT_BY_HEAD'] as const) : []),
		...(said.includes('UNDER_REVIEW') ? (['MEMBERSHIP_UNDER_REVIEW'] as const) : []),
		...(standing === null ? (['MEMBERSHIP_NOT_RECORDED'] as const) : []),
		...(counted.length > 0 && !present.isShown ? present.reasons : []),
	]
	if (lacking.length > 0) return { level: 'PARTIAL', reasons: lacking }
	return { level: 'MET', reasons: ['ENDORSED', ...present.reasons], dueOn: present.dueOn }
}

function endorsementDueOn(facts: MemberFacts): CalendarDay | null {
	const joining = joiningOf(facts)
	return joining && addDays(joining.to, facts.rules.endorsementDays.value)
}

/** None is recorded: not met where the register is complete since the member joined. */
function withoutEndorsement(facts: MemberFacts): Judged {
	const from = joiningOf(facts)?.from ?? null
	return isComplete(facts.registers, 'DECLARATION', { from, to: facts.day })
		? { level: 'NOT_MET', reasons: ['ENDORSEMENT_MISSING'] }
		: { level: 'NOT_RECORDED', reasons: ['NOT_RECORDED_HERE'] }
}

type Presence = {
	readonly isShown: boolean
	readonly reasons: readonly ExpectationReason[]
	readonly dueOn: CalendarDay | null
}

/** Whether the present administration stands behind an endorsement, or is still so new that the one before it counts. */
function presence(
	{ registers, rules, day }: MemberFacts,
	endorsements: readonly Endorsement[],
	administration: Administration | null,
): Presence {
	if (administration === null)
		return { isShown: false, reasons: ['ADMINISTRATION_NOT_RECORDED'], dueOn: null }
	const since = firstDayOf(administration.said.startsOn)
	if (endorsements.some(({ said }) => lastDayOf(said.signedOn) >= since))
		return { isShown: true, reasons: [], dueOn: null }
	const until = addMonths(lastDayOf(administration.said.startsOn), rules.reaffirmationMonths.value)
	if (day < until) return { isShown: true, reasons: ['ADMINISTRATION_NEW'], dueOn: until }
	const isKnown = isComplete(registers, 'DECLARATION', { from: since, to: day })
	return {
		isShown: false,
		reasons: [isKnown ? 'REAFFIRMATION_MISSING' : 'REAFFIRMATION_NOT_RECORDED'],
		dueOn: null,
	}
}

function endorsementsOf({ registers, day }: MemberFacts): readonly Endorsement[] {
	return registers.of['endorsement.published'].filter(({ said }) => firstDayOf(said.signedOn) <= day)
}

/** The newest standing that holds on a day; null where none is recorded. */
function membershipOn({ of }: MemberRegisters, day: CalendarDay): Found['standing'] {
	const known = of['membership.published'].filter(({ said }) => firstDayOf(said.sinceOn) <= day)
	const newest = known
		.map(({ said }) => firstDayOf(said.sinceOn))
		.sort()
		.at(-1)
	return newest === undefined ? null : known.filter(({ said }) => firstDayOf(said.sinceOn) === newest)
}

/** The administration of a day; null where the newest one has ended, or none is recorded. */
function administrationOn({ of }: MemberRegisters, day: CalendarDay): Administration | null {
	const newest = of['administration.published']
		.filter(({ said }) => firstDayOf(said.startsOn) <= day)
		.sort((a, b) => orderOf(b).localeCompare(orderOf(a)))[0]
	const endsOn = newest?.said.endsOn
	return newest && (endsOn === undefined || day <= lastDayOf(endsOn)) ? newest : null
}

function orderOf({ said, recordId }: Administration): string {
	return `${firstDayOf(said.startsOn)} ${recordId}`
}

/** Items of the Declaration that at least one of these commitments serves. */
function itemsCovered({ of }: MemberRegisters, commitmentIds: readonly string[]): number {
	const served = of['declaration-items.published']
		.filter(({ said }) => commitmentIds.includes(said.commitmentId))
		.flatMap(({ said }) => said.items)
	return new Set(served).size
}
