/** A calendar day as text, `2026-06-30`. Text, so that no time zone can move it. */
export type CalendarDay = string

/** A day as a source gives it: whole, or only the month (`2016-10`) or the year (`2016`). */
export type PartialDay = string

const PARTIAL_DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether the text is a day, a month or a year that exists. */
export function isPartialDay(text: string): boolean {
	if (!PARTIAL_DAY.test(text)) return false
	return (
		text.length < 10 ||
		Number(text.slice(8)) <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
	)
}

/** Whether the text is a whole calendar day that exists. */
export function isCalendarDay(text: string): boolean {
	return text.length === 10 && isPartialDay(text)
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
	return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The first day that a whole or partial day covers. */
export function firstDayOf(day: PartialDay): CalendarDay {
	return day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day
}

/** The last day that a whole or partial day covers: a month ends on its last day, a year on 31 December. */
export function lastDayOf(day: PartialDay): CalendarDay {
	if (day.length === 4) return `${day}-12-31`
	if (day.length === 10) return day
	return `${day}-${pad(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))))}`
}

/** The day `months` calendar months later, held back to the end of a shorter month. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
	const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
	const year = Math.floor(total / 12)
	const month = (total % 12) + 1
	return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(Math.min(Number(day.slice(8)), daysInMonth(year, month)))}`
}

/** The day `days` days later (earlier when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
	return new Date(epochDay(day) * 86_400_000 + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return epochDay(to) - epochDay(from)
}

function epochDay(day: CalendarDay): number {
	return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000
}

function pad(part: number): string {
	return String(part).padStart(2, '0')
}

/** Whether the text names a time zone of the IANA list that days can be told in: a place, `Asia/Jakarta`, or `UTC`. */
export function isTimeZone(text: string): boolean {
	if (text !== 'UTC' && !/^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_-]+){1,2}$/.test(text)) return false
	try {
		return new Intl.DateTimeFormat('en-CA', { timeZone: text }).resolvedOptions().timeZone !== ''
	} catch {
		return false
	}
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * The calendar day that it is in a time zone (IANA name) at an instant.
 *
 * `Intl` is the only thing here that knows time zones; words for people come from `i18n/format.ts`.
 */
export function dayIn(timeZone: string, at: Date): CalendarDay {
	const known = dayFormats.get(timeZone)
	const format =
		known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
	if (!known) dayFormats.set(timeZone, format)
	return format.format(at)
}

/** What the clock shows in a time zone (IANA name) at an instant: `14:03`. */
export function clockTimeIn(timeZone: string, at: Date): string {
	return new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	}).format(at)
}

/** The UTC calendar day of an instant: the day that is written into the log. */
export function utcDay(at: Date): CalendarDay {
	return at.toISOString().slice(0, 10)
}
