import { z } from 'zod'
import { isCalendarDay } from './calendar.ts'
import type { CalendarDay } from './calendar.ts'

const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/
const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}$/

/**
 * A day of a form: `30-6-2026`, with slashes or points as well, or `2026-06-30`. What cannot be read and what the
 * calendar does not have are two faults, each with its own sentence.
 */
export function typedDay() {
	return z
		.string({ error: 'day.required' })
		.overwrite((text) => yearFirst(text.trim()))
		.refine((text) => YEAR_FIRST.test(text), { error: 'day.unreadable', abort: true })
		.refine(isCalendarDay, { error: 'day.not-in-calendar', abort: true })
}

/** A day as it stands in a field that is read by `typedDay`. */
export function dayAsTyped(day: CalendarDay | null): string | null {
	if (day === null || !isCalendarDay(day)) return day
	const [year, month, date] = day.split('-')
	return `${String(Number(date))}-${String(Number(month))}-${year ?? ''}`
}

function yearFirst(text: string): string {
	const parts = DAY_FIRST.exec(text)
	if (!parts) return text
	const [, date = '', month = '', year = ''] = parts
	return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
