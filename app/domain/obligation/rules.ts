import { grouped } from '#app/domain/grouped.ts'
import { addDays, addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { CycleRules, ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { PlanEvents } from '#app/domain/plan-event/rules.ts'

/** How an obligation stands on a day. */
export const OBLIGATION_STATES = [
	'OVERDUE',
	'DUE_SOON',
	'NOT_YET_DUE',
	'DONE_LATE',
	'DONE_ON_TIME',
	'WAIVED',
] as const
export type ObligationState = (typeof OBLIGATION_STATES)[number]

/** One thing that a member owes for a plan by a day. */
export type Owed = {
	readonly code: string
	readonly subject: string
	readonly fromOn: CalendarDay
	/** Last day: it ends at 23:59 in the member's time zone. */
	readonly dueOn: CalendarDay
}

/** The same as it is kept, with what the records say of it. */
export type Kept = Owed & { readonly doneOn: CalendarDay | null; readonly waivedOn: CalendarDay | null }

type Span = { readonly startsOn: PartialDay | null; readonly endsOn: PartialDay | null }

/** The last day of a deadline: months first, held back to the end of a shorter month, then days. */
export function dueDay(rule: Pick<ObligationRule, 'months' | 'days'>, from: CalendarDay): CalendarDay {
	return addDays(addMonths(from, rule.months), rule.days)
}

/**
 * Everything that a rule set asks of a plan, from the days that the records hold.
 *
 * Deadlines that count from the start of a plan and would fall after its end are not asked of it: the middle of a
 * plan of one year needs no report of its own.
 *
 * Source  the rows of the rule set; which of them fall away is ours
 */
export function obligationsFrom(cycle: CycleRules, events: PlanEvents, plan: Span): readonly Owed[] {
	return cycle.obligations
		.filter((rule) => rule.code !== 'FOUR_YEAR_REFRESH' || isOfFourYears(cycle, plan))
		.flatMap((rule) =>
			(events[rule.from] ?? [])
				.flatMap(({ subject, on }) =>
					rounds(rule, on, plan).map(({ round, fromOn }) => ({
						code: rule.code,
						subject: [subject, round].filter((part) => part !== '').join(' '),
						fromOn,
						dueOn: dueDay(rule, fromOn),
					})),
				)
				.filter(({ dueOn }) => !isAfterPlan(rule, dueOn, plan)),
		)
}

/** The rules that give no obligation because no record holds the day that they count from. */
export function rulesNotRecorded(
	rules: readonly ObligationRule[],
	events: PlanEvents,
): readonly ObligationRule[] {
	return rules.filter((rule) => events[rule.from] === null)
}

/** How an obligation stands on a day. On its last day it is not overdue; what is done is never asked for again. */
export function stateOn(
	{ dueOn, doneOn, waivedOn }: Pick<Kept, 'dueOn' | 'doneOn' | 'waivedOn'>,
	day: CalendarDay,
	dueSoonDays: number,
): ObligationState {
	if (doneOn !== null && doneOn <= day) return doneOn <= dueOn ? 'DONE_ON_TIME' : 'DONE_LATE'
	if (waivedOn !== null && waivedOn <= day) return 'WAIVED'
	if (dueOn < day) return 'OVERDUE'
	return dueOn <= addDays(day, dueSoonDays) ? 'DUE_SOON' : 'NOT_YET_DUE'
}

/** Whether somebody still has to do something. */
export function isOpen(state: ObligationState): boolean {
	return state === 'OVERDUE' || state === 'DUE_SOON' || state === 'NOT_YET_DUE'
}

/**
 * An obligation worked out anew, forward only: a last day that has passed stays, one that is ahead follows the rules
 * and dates but never into the past, and what was done stays done.
 *
 * Returns  null for one that the rules no longer ask for, while its day is ahead and nothing is settled.
 */
export function carriedForward(
	kept: Kept | null,
	owed: Owed | null,
	now: { readonly today: CalendarDay; readonly metOn: (owed: Owed) => CalendarDay | null },
): Kept | null {
	const { today, metOn } = now
	if (kept === null) return owed && { ...owed, doneOn: metOn(owed), waivedOn: null }
	const isSettled = kept.dueOn < today || kept.doneOn !== null || kept.waivedOn !== null
	if (!isSettled && owed === null) return null
	const days = isSettled || owed === null ? kept : moved(owed, today)
	const { code, subject, waivedOn } = kept
	const next = { code, subject, fromOn: days.fromOn, dueOn: days.dueOn }
	return { ...next, doneOn: kept.doneOn ?? metOn(next), waivedOn }
}

function moved({ fromOn, dueOn }: Owed, today: CalendarDay): Pick<Owed, 'fromOn' | 'dueOn'> {
	return { fromOn, dueOn: dueOn < today ? today : dueOn }
}

type Round = { readonly round: string; readonly fromOn: CalendarDay }

/** A rule that repeats counts on from each of its days until the plan's end. */
function rounds(rule: ObligationRule, from: CalendarDay, plan: Span): readonly Round[] {
	if (rule.everyMonths === null) return [{ round: '', fromOn: from }]
	const endsOn = plan.endsOn === null ? dueDay(rule, from) : lastDayOf(plan.endsOn)
	const found: Round[] = []
	for (let at = 0; ; at += 1) {
		const fromOn = addMonths(from, at * rule.everyMonths)
		if (dueDay(rule, fromOn) > endsOn) return found
		found.push({ round: String(at + 1), fromOn })
	}
}

function isOfFourYears(cycle: CycleRules, { startsOn, endsOn }: Span): boolean {
	if (startsOn === null || endsOn === null || cycle.planMonths.values.length === 0) return false
	const months = Math.max(...cycle.planMonths.values) - cycle.planMonthsTolerance.value
	return addMonths(firstDayOf(startsOn), months) <= addDays(lastDayOf(endsOn), 1)
}

function isAfterPlan(rule: ObligationRule, dueOn: CalendarDay, { endsOn }: Span): boolean {
	return rule.from === 'PLAN_START' && endsOn !== null && dueOn > lastDayOf(endsOn)
}

type OpenOne = { readonly obligation: { readonly state: ObligationState; readonly dueOn: CalendarDay } }

/** What is open with its last day in one month ('2026-11'); null: overdue. */
export type OpenMonth<One> = { readonly month: string | null; readonly open: readonly One[] }

/** Before every month. */
const OVERDUE = ''

/** What somebody still has to do, by months: first what is overdue, whatever its month, the oldest first. */
export function openByMonth<One extends OpenOne>(obligations: readonly One[]): readonly OpenMonth<One>[] {
	const open = obligations.filter(({ obligation }) => isOpen(obligation.state))
	const monthOf = ({ obligation: { state, dueOn } }: One) =>
		state === 'OVERDUE' ? OVERDUE : dueOn.slice(0, 7)
	return [...grouped(open, monthOf)]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([month, own]) => ({ month: month === OVERDUE ? null : month, open: own }))
}
