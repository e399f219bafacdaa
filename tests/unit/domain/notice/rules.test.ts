import { expect, test } from 'vitest'
import {
	itemOfOverdueKey,
	mondayOf,
	overdueKey,
	overdueLetter,
	reminderFor,
	reminderKey,
} from '#app/domain/notice/rules.ts'

test.each([
	['2026-05-30', null, 'thirty-one days before nothing is sent'],
	['2026-05-31', 30, 'thirty days before the first letter is due'],
	['2026-06-22', 30, 'until the next one it is still that one'],
	['2026-06-23', 7, 'a week before the second'],
	['2026-06-29', 1, 'the day before the last'],
	['2026-06-30', 1, 'on the day itself it is still that one'],
	['2026-07-01', null, 'afterwards there is nothing to remind of'],
])('on %s the letter before 30 June is that of %s days: %s', (today, days, _why) => {
	expect(reminderFor('2026-06-30', today, [30, 7, 1])).toBe(days)
})

test.each([
	['2026-06-30', null, 'on the last day nothing is overdue'],
	['2026-07-01', 0, 'the day after, the first letter goes to the superior'],
	['2026-07-07', 0, 'for a week it is that one'],
	['2026-07-08', 1, 'then the second'],
	['2026-07-15', 2, 'and so on'],
])('on %s the letter to the superior is number %s: %s', (today, letter, _why) => {
	expect(overdueLetter('2026-06-30', today, 7)).toBe(letter)
})

test('the name of a letter to a superior gives back what it is about; others give nothing', () => {
	expect(itemOfOverdueKey(overdueKey('report.m1.b06', 12))).toBe('report.m1.b06')
	expect(itemOfOverdueKey(reminderKey('report.m1.b06', 7))).toBeNull()
})

test.each([
	['2026-07-13', '2026-07-13'],
	['2026-07-19', '2026-07-13'],
	['2026-07-20', '2026-07-20'],
	['1969-12-31', '1969-12-29'],
])('%s is in the week from Monday %s', (day, monday) => {
	expect(mondayOf(day)).toBe(monday)
})
