import type { PlanView } from '#app/domain/action-plan/view.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Phase } from '#app/domain/cocreation/rules.ts'
import type { RequirementReason, RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { declarationsOf, isComplete } from '#app/domain/member-register/rules.ts'
import type { CompleteRegister, Period } from '#app/domain/member-register/rules.ts'
import type { ActView, MemberRegisters } from '#app/domain/member-register/view.ts'
import type { ProcessRules } from '#app/domain/process-rules/schema.ts'

/** On which days a commitment got a public piece of evidence. */
export type CommitmentEvidence = { readonly commitmentId: string; readonly days: readonly CalendarDay[] }

/** All that the requirements of co-creation are judged on, on one day. */
export type CocreationFacts = {
	readonly registers: MemberRegisters
	readonly plan: Pick<PlanView, 'id' | 'startsOn' | 'endsOn' | 'submittedOn'>
	/** Since when the making of this plan can have begun: the day of the plan before it; null where none is known. */
	readonly previousOn: CalendarDay | null
	/** Commitments in force. */
	readonly evidence: readonly CommitmentEvidence[]
	/** What the Monitoring Body found about the plan as a whole, and the last day for its first report. */
	readonly assessments: readonly AssessmentView[]
	readonly inceptionDueOn: CalendarDay | null
	readonly rules: ProcessRules
	readonly day: CalendarDay
}

/** A requirement without its code. */
export type Finding = Omit<RequirementView, 'code'>

type Behind = { readonly records?: readonly string[]; readonly nextDueOn?: CalendarDay | null }

/** A finding; a day that is over is not due next. */
export function finding(
	level: ExpectationLevel,
	reasons: readonly RequirementReason[],
	{ records = [], nextDueOn = null }: Behind = {},
): Finding {
	return { level, reasons, records: [...new Set(records)].sort(), nextDueOn }
}

/** Something that is not due before a day. */
export function notYetDue(dueOn: CalendarDay | null): Finding {
	return finding('NOT_YET_DUE', ['NOTHING_DUE'], { nextDueOn: dueOn })
}

/**
 * What is missing: not met where the member declared the register complete for the whole period, else not recorded.
 *
 * Source  our own: a record that was never entered says nothing about what happened.
 */
export function missing(
	facts: Pick<CocreationFacts, 'registers'>,
	reason: RequirementReason,
	where: { readonly register: CompleteRegister; readonly from: CalendarDay | null; readonly to: CalendarDay },
): Finding {
	if (!isComplete(facts.registers, where.register, where))
		return finding('NOT_RECORDED', ['NOT_RECORDED_HERE'])
	return finding('NOT_MET', [reason], { records: declarationsOf(facts.registers, where.register) })
}

/** A day, unless it is over. */
export function ifAhead(dueOn: CalendarDay | null, day: CalendarDay): CalendarDay | null {
	return dueOn !== null && dueOn >= day ? dueOn : null
}

/** The earlier of two days. */
export function earlier(a: CalendarDay, b: CalendarDay): CalendarDay {
	return a < b ? a : b
}

/** The day on which the plan was handed in; where only a month or a year is known, its last day. */
export function submissionOf({ plan }: Pick<CocreationFacts, 'plan'>): CalendarDay | null {
	return plan.submittedOn === null ? null : lastDayOf(plan.submittedOn)
}

/** Timelines of the plan: those that name it or, where none does, the newest unnamed one from before it was handed in. */
export function timelinesOf({
	registers,
	plan,
	previousOn,
	day,
}: Pick<
	CocreationFacts,
	'registers' | 'plan' | 'previousOn' | 'day'
>): readonly ActView<'timeline.published'>[] {
	const all = registers.of['timeline.published'].filter(({ said }) => said.publishedOn <= day)
	const named = all.filter(({ said }) => said.planId === plan.id)
	if (named.length > 0) return named
	const bound = plan.submittedOn ?? plan.startsOn
	const unnamed = all.filter(
		({ said }) =>
			!said.planId &&
			(bound === null || said.startsOn <= lastDayOf(bound)) &&
			(previousOn === null || said.startsOn >= previousOn),
	)
	const newest = unnamed
		.map(({ said }) => said.startsOn)
		.sort()
		.at(-1)
	return unnamed.filter(({ said }) => said.startsOn === newest)
}

/** Since when the plan was being made: from its timeline, else from the plan before it; null where neither tells. */
export function cocreationStart(facts: CocreationFacts): CalendarDay | null {
	const starts = timelinesOf(facts).map(({ said }) => said.startsOn)
	return starts.sort()[0] ?? facts.previousOn
}

/** Whether a day lies in the making of the plan: since it began and until it was handed in, or until now. */
export function isInMaking(facts: CocreationFacts, on: CalendarDay): boolean {
	const start = cocreationStart(facts)
	const end = submissionOf(facts) ?? facts.day
	return (start === null || start <= on) && on <= earlier(end, facts.day)
}

/** The time for which the plan has been carried out; null where it has not begun or its days are not known. */
export function implementation({ plan, day }: Pick<CocreationFacts, 'plan' | 'day'>): Period | null {
	if (plan.startsOn === null || firstDayOf(plan.startsOn) > day) return null
	const to = plan.endsOn === null ? day : earlier(lastDayOf(plan.endsOn), day)
	return { from: firstDayOf(plan.startsOn), to }
}

/** Meetings that were held by the day, of one phase or of both. */
export function heldMeetings(
	{ registers, day }: Pick<CocreationFacts, 'registers' | 'day'>,
	phase?: Phase,
): readonly ActView<'meeting.published'>[] {
	return registers.of['meeting.published'].filter(
		({ said }) =>
			said.state === 'HELD' && said.meetsOn <= day && (phase === undefined || said.phase === phase),
	)
}

/** Whether everyone can read what was said at a meeting, here, elsewhere or in a file; of a closed one, its results. */
export function hasMinutes(
	{ said, hasMinutesFile }: ActView<'meeting.published'>,
	day: CalendarDay,
): boolean {
	if (said.minutesOn !== undefined && said.minutesOn > day) return false
	const minutes = hasMinutesFile === true || Boolean(said.minutesUrl ?? said.minutesId ?? said.minutesEn)
	const results = Boolean(said.resultsUrl ?? said.resultsId ?? said.resultsEn)
	return said.access === 'OPEN' ? minutes : results || minutes
}

/** Whether government and somebody else were there. */
export function hasBothSides({ said: { attendance } }: ActView<'meeting.published'>): boolean {
	const others = Object.entries(attendance).some(([sector, count]) => sector !== 'GOV' && Number(count) > 0)
	return others && (attendance.GOV ?? 0) > 0
}

/** The numbers of records. */
export function recordsOf(acts: readonly { readonly recordId: string }[]): readonly string[] {
	return acts.map(({ recordId }) => recordId)
}
