import { addDays, daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** What a person can end with one click each. */
export const LETTER_KINDS = ['reminders', 'digest'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/**
 * Which of the letters before a deadline is the one for today: the nearest that has been reached. One that was missed
 * is not sent late beside the next.
 *
 * Unit     days before the deadline.
 * Returns  null while none has been reached, and from the day after the deadline.
 * Source   which days: the plan's rule set.
 */
export function reminderFor(
	dueOn: CalendarDay,
	today: CalendarDay,
	reminderDays: readonly number[],
): number | null {
	const left = daysBetween(today, dueOn)
	if (left < 0) return null
	const reached = reminderDays.filter((days) => left <= days)
	return reached.length === 0 ? null : Math.min(...reached)
}

/**
 * Which letter to the superior is the one for today: 0 from the day after the deadline, then one more every
 * `everyDays` days.
 *
 * Returns  null up to the deadline.
 */
export function overdueLetter(dueOn: CalendarDay, today: CalendarDay, everyDays: number): number | null {
	const late = daysBetween(dueOn, today)
	return late < 1 ? null : Math.floor((late - 1) / everyDays)
}

/** The name of a letter before a deadline: no two letters to one person have the same. */
export function reminderKey(itemKey: string, days: number): string {
	return `before.${String(days)}.${itemKey}`
}

const OVERDUE = 'overdue.'

/** The name of a letter to a superior. */
export function overdueKey(itemKey: string, letter: number): string {
	return `${OVERDUE}${String(letter)}.${itemKey}`
}

/** What a letter to a superior was about, from its name; null for other letters. */
export function itemOfOverdueKey(key: string): string | null {
	if (!key.startsWith(OVERDUE)) return null
	const rest = key.slice(OVERDUE.length)
	return rest.slice(rest.indexOf('.') + 1)
}

/** The name of the digest of the week that ended before a Monday. */
export function digestKey(monday: CalendarDay): string {
	return `digest.${monday}`
}

/** The Monday of the week of a day. */
export function mondayOf(day: CalendarDay): CalendarDay {
	// 5 January 1970 was a Monday.
	const weekday = ((daysBetween('1970-01-05', day) % 7) + 7) % 7
	return addDays(day, -weekday)
}
