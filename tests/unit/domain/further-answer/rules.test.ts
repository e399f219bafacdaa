import { describe, expect, test } from 'vitest'
import { dateFaults, datesAskedAt, lacksActualEnd } from '#app/domain/further-answer/rules.ts'

const FRAME = { today: '2026-07-15', plan: { startsOn: '2026-01-01', endsOn: '2027' } }

describe('the days of a report', () => {
	test.each([
		[{}, [], 'days that nobody knows are no fault'],
		[{ startedOn: '2026-03-01', finishedOn: '2026-03-01' }, [], 'work may begin and end on one day'],
		[
			{ startedOn: '2026-03-02', finishedOn: '2026-03-01' },
			['finishedOn END_BEFORE_START'],
			'it does not end before it began',
		],
		[{ finishedOn: '2026-07-15' }, [], 'it may have ended today'],
		[{ finishedOn: '2026-07-16' }, ['finishedOn END_IN_FUTURE'], 'but not tomorrow'],
		[{ startedOn: '2026-07-16' }, ['startedOn START_IN_FUTURE'], 'nor begun tomorrow'],
		[{ expectedOn: '2026-07-15' }, [], 'it may be expected to end today'],
		[{ expectedOn: '2026-07-14' }, ['expectedOn EXPECTED_IN_PAST'], 'but not yesterday'],
		[{ startedOn: '2024-01-01' }, [], 'two years before the plan is still believed'],
		[{ startedOn: '2023-12-31' }, ['startedOn FAR_FROM_PLAN'], 'a day earlier is a slip of the pen'],
		[{ expectedOn: '2029-12-31' }, [], 'two years after a plan that ends some day of a year'],
		[{ expectedOn: '2030-01-01' }, ['expectedOn FAR_FROM_PLAN'], 'and a day later'],
	])('%o: %s, because %s', (given, faults, _why) => {
		expect(dateFaults(given, FRAME).map(({ field, fault }) => `${field} ${fault}`)).toEqual(faults)
	})

	test('of a plan that names no period no day lies outside it', () => {
		const plan = { startsOn: null, endsOn: null }
		expect(dateFaults({ startedOn: '1999-01-01' }, { ...FRAME, plan })).toEqual([])
	})
})

test.each([
	['NOT_STARTED', ['expectedOn'], 'what has not begun has no first day'],
	['LIMITED', ['startedOn', 'expectedOn'], 'what goes on has not ended'],
	['SUBSTANTIAL', ['startedOn', 'expectedOn'], 'nor has what is mostly done'],
	['COMPLETE', ['startedOn', 'finishedOn'], 'what has ended is not expected to'],
] as const)('at %s the report asks for %j: %s', (level, asked, _why) => {
	expect(datesAskedAt(level)).toEqual(asked)
})

test.each([
	['COMPLETE', null, false, true, 'a claim that all is done says when'],
	['COMPLETE', '2026-07-01', false, false, 'and has said it'],
	['SUBSTANTIAL', null, false, false, 'what goes on has no last day'],
	['COMPLETE', null, true, false, 'a nil report says nothing new'],
] as const)(
	'%s, ended %s (nil: %s) asks for the end: %s, because %s',
	(level, finishedOn, isNil, asks, _why) => {
		expect(lacksActualEnd({ isNil, level, finishedOn })).toBe(asks)
	},
)
