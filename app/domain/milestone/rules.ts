import { addDays, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'

/**
 * How a milestone stands to its own dates. NO_END_DATE: the plan does not say when it ends. NO_LEVEL: nobody
 * claimed a level, so nothing can be said before the last day has passed.
 */
export const SCHEDULES = ['DONE', 'OVERDUE', 'AT_RISK', 'ON_TRACK', 'NO_LEVEL', 'NO_END_DATE'] as const
export type Schedule = (typeof SCHEDULES)[number]

export type Dated = { readonly startsOn: PartialDay | null; readonly endsOn: PartialDay | null }

/** Days before the end, and after the start, from which a milestone that barely moved is at risk. */
const AT_RISK_DAYS = 30

/**
 * A milestone is overdue from the day after its last day unless government claims that it is complete; on its
 * last day it is still due. An end given as a month or a year lasts until that month's or year's last day.
 *
 * Returns  false where no end is known: nothing can be late that has no date.
 */
export function isOverdue(
	milestone: Pick<Dated, 'endsOn'>,
	claimed: ClaimedLevel | null,
	today: CalendarDay,
): boolean {
	return claimed !== 'COMPLETE' && milestone.endsOn !== null && lastDayOf(milestone.endsOn) < today
}

/**
 * Where a milestone stands to its dates, from the level government claims (null: no report, or other words).
 *
 * Source  our own; shown as such in the interface.
 */
export function scheduleOf(milestone: Dated, claimed: ClaimedLevel | null, today: CalendarDay): Schedule {
	if (claimed === 'COMPLETE') return 'DONE'
	if (milestone.endsOn === null) return 'NO_END_DATE'
	if (isOverdue(milestone, claimed, today)) return 'OVERDUE'
	if (claimed === null) return 'NO_LEVEL'
	const endsSoon = claimed !== 'SUBSTANTIAL' && lastDayOf(milestone.endsOn) <= addDays(today, AT_RISK_DAYS)
	const lateStart =
		claimed === 'NOT_STARTED' &&
		milestone.startsOn !== null &&
		lastDayOf(milestone.startsOn) < addDays(today, -AT_RISK_DAYS)
	return endsSoon || lateStart ? 'AT_RISK' : 'ON_TRACK'
}

const SCHEDULE_WORST_FIRST: readonly Schedule[] = [
	'OVERDUE',
	'AT_RISK',
	'NO_LEVEL',
	'NO_END_DATE',
	'ON_TRACK',
	'DONE',
]

/** The schedule of a commitment: that of its worst milestone; null where it has none. */
export function worstSchedule(schedules: readonly Schedule[]): Schedule | null {
	return SCHEDULE_WORST_FIRST.find((schedule) => schedules.includes(schedule)) ?? null
}
