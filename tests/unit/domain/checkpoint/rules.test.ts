import { describe, expect, test } from 'vitest'
import { checkpointState, checkpointsOf } from '#app/domain/checkpoint/rules.ts'
import type { CheckpointScheme } from '#app/domain/cycle-rules/schema.ts'

const TWO_YEARS = { startsOn: '2027-01-01', endsOn: '2028-12-31' }

/** `code opens due`, a line each. */
function linesOf(plan: { startsOn: string; endsOn: string }, scheme: CheckpointScheme): readonly string[] {
	return checkpointsOf(plan, scheme, 30).map(({ code, opensOn, dueOn }) => `${code} ${opensOn} ${dueOn}`)
}

describe('the checkpoints of a plan', () => {
	test('of two years, every half year', () => {
		expect(linesOf(TWO_YEARS, 'HALF_YEARLY')).toEqual([
			'B06 2027-01-01 2027-06-30',
			'B12 2027-07-01 2027-12-31',
			'B18 2028-01-01 2028-06-30',
			'B24 2028-07-01 2028-12-31',
		])
	})

	test('of two years, every quarter: B03 to B24', () => {
		const lines = linesOf(TWO_YEARS, 'QUARTERLY')
		expect(lines).toHaveLength(8)
		expect(lines.at(0)).toBe('B03 2027-01-01 2027-03-31')
		expect(lines.at(-1)).toBe('B24 2028-10-01 2028-12-31')
	})

	test('of two years, as OGP asks: the middle and the end', () => {
		expect(linesOf(TWO_YEARS, 'OGP_MID_END')).toEqual([
			'MID 2027-01-01 2027-12-31',
			'END 2028-01-01 2028-12-31',
		])
	})

	test.each([
		['2028-03-31', 'B15 2028-01-01 2028-03-31', 'a rest of three months is a period of its own'],
		['2028-01-31', 'B13 2028-01-01 2028-01-31', 'a rest of one month as well'],
		['2028-01-30', 'B12 2027-07-01 2028-01-30', 'a shorter rest belongs to the period before'],
		['2028-02-10', 'B14 2028-01-01 2028-02-10', 'a month that has begun counts'],
		['2027-04-15', 'B04 2027-01-01 2027-04-15', 'a plan shorter than one period has one'],
	])('a plan until %s ends with %s: %s', (endsOn, last, _why) => {
		expect(linesOf({ ...TWO_YEARS, endsOn }, 'HALF_YEARLY').at(-1)).toBe(last)
	})

	test('months are held back to the end of shorter ones', () => {
		expect(linesOf({ startsOn: '2027-08-31', endsOn: '2028-08-30' }, 'HALF_YEARLY')).toEqual([
			'B06 2027-08-31 2028-02-28',
			'B12 2028-02-29 2028-08-30',
		])
	})

	test('each is locked so many days after it was due, and begins the day after the one before', () => {
		const [first, second] = checkpointsOf(TWO_YEARS, 'HALF_YEARLY', 30)
		expect(first?.lockedOn).toBe('2027-07-30')
		expect(second?.opensOn).toBe('2027-07-01')
	})
})

test.each([
	['2027-05-31', null, 'AHEAD', 'the day before it opens'],
	['2027-06-01', null, 'OPEN', 'on the day it opens'],
	['2027-06-30', null, 'OPEN', 'on the day it is due'],
	['2027-07-01', null, 'LATE', 'the day after'],
	['2027-07-30', null, 'LATE', 'on the last day for late reports'],
	['2027-07-31', null, 'LOCKED', 'the day after that'],
	['2027-09-01', '2027-09-01', 'REOPENED', 'on the last day of a reopening'],
	['2027-09-02', '2027-09-01', 'LOCKED', 'the day after it'],
])('on %s, opened again until %s, it is %s: %s', (today, reopenedUntilOn, state, _why) => {
	const days = { opensOn: '2027-06-01', dueOn: '2027-06-30', lockedOn: '2027-07-30', reopenedUntilOn }
	expect(checkpointState(days, today)).toBe(state)
})
