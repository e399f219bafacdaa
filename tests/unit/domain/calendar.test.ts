import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	addDays,
	addMonths,
	dayIn,
	daysBetween,
	daysInMonth,
	firstDayOf,
	isCalendarDay,
	isPartialDay,
	lastDayOf,
	utcDay,
} from '#app/domain/calendar.ts'

test.each([
	['2024-02-29', true, true, '2024 is a leap year'],
	['2023-02-29', false, false, '2023 is none'],
	['1900-02-29', false, false, 'a century is none'],
	['2000-02-29', true, true, 'every fourth century is one'],
	['2026-06-30', true, true, 'June has 30 days'],
	['2026-06-31', false, false, 'June has no 31st'],
	['2026-13-01', false, false, 'there is no 13th month'],
	['2026-00-10', false, false, 'there is no month 0'],
	['2026-01-00', false, false, 'there is no day 0'],
	['2016-10', true, false, 'a month is a part of a day that a source may give'],
	['2016', true, false, 'so is a year'],
	['2016-1', false, false, 'months have two digits'],
	['30/06/2026', false, false, 'days are written year first'],
	[' 2026-06-30', false, false, 'nothing stands around a day'],
	['2026-06-30T00:00:00Z', false, false, 'a day has no time'],
	['', false, false, 'nothing is no day'],
])('%j: partial %s, whole %s, because %s', (text, partial, whole) => {
	expect([isPartialDay(text), isCalendarDay(text)]).toEqual([partial, whole])
})

test.each([
	[2024, 2, 29],
	[2023, 2, 28],
	[1900, 2, 28],
	[2000, 2, 29],
	[2026, 4, 30],
	[2026, 7, 31],
	[2026, 8, 31],
	[2026, 12, 31],
])('month %i-%i has %i days', (year, month, days) => {
	expect(daysInMonth(year, month)).toBe(days)
})

test.each([
	['2016', '2016-01-01', '2016-12-31'],
	['2016-02', '2016-02-01', '2016-02-29'],
	['2015-02', '2015-02-01', '2015-02-28'],
	['2016-11', '2016-11-01', '2016-11-30'],
	['2016-10-05', '2016-10-05', '2016-10-05'],
])('%s runs from %s to %s', (day, first, last) => {
	expect([firstDayOf(day), lastDayOf(day)]).toEqual([first, last])
})

test.each([
	['2026-01-31', 1, '2026-02-28', 'a shorter month ends on its last day'],
	['2024-01-31', 1, '2024-02-29', 'and in a leap year a day later'],
	['2024-02-29', 12, '2025-02-28', 'a year after a leap day is the last of February'],
	['2026-08-31', 1, '2026-09-30', 'a shorter month ends on its last day'],
	['2026-11-15', 3, '2027-02-15', 'months run on into the next year'],
	['2026-12-01', 12, '2027-12-01', 'twelve months are a year'],
	['2026-03-31', -1, '2026-02-28', 'months can be counted back'],
	['2026-01-15', -1, '2025-12-15', 'and into the year before'],
	['2026-06-30', 0, '2026-06-30', 'no month later is the same day'],
])('%s and %i months is %s, because %s', (day, months, then) => {
	expect(addMonths(day, months)).toBe(then)
})

test.each([
	['2026-06-30', 1, '2026-07-01'],
	['2024-02-28', 1, '2024-02-29'],
	['2023-02-28', 1, '2023-03-01'],
	['2026-12-31', 1, '2027-01-01'],
	['2027-01-01', -1, '2026-12-31'],
	['2026-03-29', 0, '2026-03-29'],
])('%s and %i days is %s', (day, days, then) => {
	expect(addDays(day, days)).toBe(then)
})

test.each([
	['2026-06-30', '2026-07-01', 1],
	['2026-07-01', '2026-06-30', -1],
	['2026-06-30', '2026-06-30', 0],
	['2024-01-01', '2025-01-01', 366],
	['2025-01-01', '2026-01-01', 365],
])('from %s to %s it is %i days', (from, to, days) => {
	expect(daysBetween(from, to)).toBe(days)
})

test.each([
	['Asia/Jakarta', '2026-06-30T16:59:59Z', '2026-06-30', 'Jakarta is seven hours ahead of UTC'],
	['Asia/Jakarta', '2026-06-30T17:00:00Z', '2026-07-01', 'so its day begins at 17:00 UTC'],
	['Asia/Makassar', '2026-06-30T16:00:00Z', '2026-07-01', 'Makassar is one hour further'],
	['Asia/Jayapura', '2026-06-30T15:00:00Z', '2026-07-01', 'and Jayapura two'],
	['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30', 'New York is four hours behind in summer'],
	['America/New_York', '2026-01-01T04:59:59Z', '2025-12-31', 'and five in winter'],
])('in %s at %s it is %s, because %s', (timeZone, at, day) => {
	expect(dayIn(timeZone, new Date(at))).toBe(day)
})

test.each([
	['2026-06-30T23:59:59.999Z', '2026-06-30'],
	['2026-07-01T00:00:00+07:00', '2026-06-30'],
])('the log writes %s as the day %s, whatever the zone of the server', (at, day) => {
	expect(utcDay(new Date(at))).toBe(day)
})

test('as many days on as lie between two days, the second day is reached', () => {
	const day = fc.integer({ min: -20_000, max: 50_000 }).map((days) => addDays('2000-01-01', days))
	fc.assert(
		fc.property(day, day, (from, to) => {
			expect(isCalendarDay(from)).toBe(true)
			expect(addDays(from, daysBetween(from, to))).toBe(to)
		}),
	)
})
