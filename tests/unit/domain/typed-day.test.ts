import { expect, test } from 'vitest'
import { dayAsTyped, typedDay } from '#app/domain/typed-day.ts'

test.each([
	['30-6-2026', '2026-06-30'],
	['30/06/2026', '2026-06-30'],
	['1.2.2027', '2027-02-01'],
	[' 2026-06-30 ', '2026-06-30'],
	['29-2-2028', '2028-02-29'],
])('“%s” is %s', (typed, day) => {
	expect(typedDay().parse(typed)).toBe(day)
})

test.each([
	['31-6-2026', 'day.not-in-calendar', 'June has 30 days'],
	['29-2-2027', 'day.not-in-calendar', 'not a leap year'],
	['2026-13-01', 'day.not-in-calendar', 'no such month'],
	['next June', 'day.unreadable', 'not a day'],
	['6-2026', 'day.unreadable', 'only a month'],
])('“%s” is refused with %s: %s', (typed, key, _why) => {
	expect(
		typedDay()
			.safeParse(typed)
			.error?.issues.map(({ message }) => message),
	).toEqual([key])
})

test.each([
	['2026-06-30', '30-6-2026'],
	['2026-06', '2026-06'],
	[null, null],
])('%s stands in a field as %s', (day, typed) => {
	expect(dayAsTyped(day)).toBe(typed)
})
