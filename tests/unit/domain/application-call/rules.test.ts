import { expect, test } from 'vitest'
import { callStanding, isFullApplicationOver, lastDayOf } from '#app/domain/application-call/rules.ts'

const OF_2020 = {
	opensOn: '2020-06-01',
	closesOn: '2020-07-17',
	extendedTo: '2020-08-14',
	timeZone: null,
	fullApplicationUntil: '2020-08-27',
}
const OF_2023 = {
	...OF_2020,
	opensOn: null,
	closesOn: '2024-01-12',
	extendedTo: null,
	timeZone: 'America/Los_Angeles',
	fullApplicationUntil: null,
}

const at = (instant: string) => ({ now: new Date(instant), timeZone: 'Asia/Jakarta' })

test.each([
	[OF_2020, '2020-05-31T16:59:00Z', 'AHEAD', 'the evening before it opens'],
	[OF_2020, '2020-05-31T17:00:00Z', 'OPEN', 'from midnight of the member'],
	[OF_2020, '2020-07-20T03:00:00Z', 'OPEN', 'after its first last day, because it was extended'],
	[OF_2020, '2020-08-14T16:59:00Z', 'OPEN', 'on the whole of its last day'],
	[OF_2020, '2020-08-14T17:00:00Z', 'CLOSED', 'from the day after'],
	[OF_2023, '2024-01-13T07:59:00Z', 'OPEN', 'until 23:59 on the Pacific coast, whatever day it is elsewhere'],
	[OF_2023, '2024-01-13T08:00:00Z', 'CLOSED', 'and not longer'],
	[{ ...OF_2023, closesOn: null }, '2030-01-01T00:00:00Z', 'OPEN', 'where nobody gives its last day'],
] as const)('a call %j at %s is %s: %s', (call, instant, standing, _why) => {
	expect(callStanding(call, at(instant))).toBe(standing)
})

test('an extension moves the last day', () => {
	expect(lastDayOf(OF_2020)).toBe('2020-08-14')
	expect(lastDayOf({ ...OF_2020, extendedTo: null })).toBe('2020-07-17')
})

test.each([
	[OF_2020, '2020-08-27T16:59:00Z', false],
	[OF_2020, '2020-08-27T17:00:00Z', true],
	[OF_2023, '2030-01-01T00:00:00Z', false],
] as const)('the second step of %j at %s is over: %s', (call, instant, isOver) => {
	expect(isFullApplicationOver(call, at(instant))).toBe(isOver)
})
