import { describe, expect, test } from 'vitest'
import { isOverdue, scheduleOf, worstSchedule } from '#app/domain/milestone/rules.ts'

describe('a milestone is overdue from the day after its last day', () => {
	test.each([
		['2026-06-30', null, '2026-06-30', false, 'on its last day it is still due'],
		['2026-06-30', null, '2026-07-01', true, 'the day after, it is overdue'],
		['2026-06', null, '2026-06-30', false, 'a month lasts until its last day'],
		['2026-06', null, '2026-07-01', true, 'the day after that month it is overdue'],
		['2024-02', null, '2024-02-29', false, 'February of a leap year has 29 days'],
		['2026', null, '2026-12-31', false, 'a year lasts until 31 December'],
		['2026-06-30', 'COMPLETE', '2027-01-01', false, 'what government claims is complete is not late'],
		['2026-06-30', 'SUBSTANTIAL', '2026-07-01', true, 'mostly done is late all the same'],
		[null, null, '2099-01-01', false, 'without an end date nothing can be late'],
	] as const)('ends %s, claimed %s, on %s: %s, because %s', (endsOn, claimed, today, overdue, _because) => {
		expect(isOverdue({ endsOn }, claimed, today)).toBe(overdue)
	})
})

describe('the schedule says only what is known', () => {
	const milestone = { startsOn: '2026-02-01', endsOn: '2026-06-30' }
	test.each([
		[milestone, 'COMPLETE', '2026-09-01', 'DONE'],
		[milestone, 'LIMITED', '2026-07-01', 'OVERDUE'],
		[milestone, 'LIMITED', '2026-05-31', 'AT_RISK'],
		[milestone, 'LIMITED', '2026-05-30', 'ON_TRACK'],
		[milestone, 'SUBSTANTIAL', '2026-06-30', 'ON_TRACK'],
		[milestone, 'NOT_STARTED', '2026-03-03', 'ON_TRACK'],
		[milestone, 'NOT_STARTED', '2026-03-04', 'AT_RISK'],
		[milestone, null, '2026-06-30', 'NO_LEVEL'],
		[milestone, null, '2026-07-01', 'OVERDUE'],
		[{ startsOn: null, endsOn: null }, 'LIMITED', '2026-07-01', 'NO_END_DATE'],
	] as const)('%o claimed %s on %s is %s', (dates, claimed, today, schedule) => {
		expect(scheduleOf(dates, claimed, today)).toBe(schedule)
	})

	test('a commitment is as late as its latest milestone, and has no schedule without milestones', () => {
		expect(worstSchedule(['DONE', 'OVERDUE', 'ON_TRACK'])).toBe('OVERDUE')
		expect(worstSchedule(['DONE', 'NO_LEVEL', 'ON_TRACK'])).toBe('NO_LEVEL')
		expect(worstSchedule([])).toBeNull()
	})
})
