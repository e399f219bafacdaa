import { expect, test } from 'vitest'
import { isLastPoc, officeKind, reasonNotToEnd, standingOf } from '#app/domain/appointment/rules.ts'

const held = (fromOn: string, untilOn: string | null, role = 'IMPLEMENTER') => ({ fromOn, untilOn, role })

test.each([
	['2026-07-01', null, 'HELD', 'on its first day it is held'],
	['2026-07-02', null, 'AHEAD', 'the day before, it lies ahead'],
	['2026-01-01', '2026-07-01', 'HELD', 'on its last day it is still held'],
	['2026-01-01', '2026-06-30', 'OVER', 'the day after, it is over'],
] as const)('an appointment from %s to %s is %s on 1 July: %s', (fromOn, untilOn, standing, _because) => {
	expect(standingOf({ fromOn, untilOn }, '2026-07-01')).toBe(standing)
})

test.each([
	[held('2026-01-01', null), null, 'one without an end'],
	[held('2026-01-01', '2026-07-01'), null, 'one whose last day would be that day'],
	[held('2026-01-01', '2026-06-30'), 'appointment_over', 'one that is over by then'],
])('from 1 July on, %o ends with %s: %s', (appointment, reason, _what) => {
	expect(reasonNotToEnd(appointment, [], '2026-07-01')).toBe(reason)
})

test.each([
	[[], true, 'there is no other'],
	[[held('2026-01-01', '2026-06-30')], true, 'the other one ends the day before'],
	[[held('2026-07-02', null)], true, 'the other one begins a day too late'],
	[[held('2026-07-01', null)], false, 'the other one begins on the day'],
])('a point of contact beside %o is the last one on 1 July: %s, because %s', (others, isLast) => {
	expect(isLastPoc('POC', others, '2026-07-01')).toBe(isLast)
	expect(isLastPoc('SECRETARIAT', others, '2026-07-01')).toBe(false)
	expect(reasonNotToEnd(held('2026-01-01', null, 'POC'), others, '2026-07-01')).toBe(
		isLast ? 'last_poc' : null,
	)
})

test.each(['CSO', 'MONITORING_BODY', 'IRM', 'HOST'])(
	'an organization of the kind %s is no office of government',
	(kind) => {
		expect(officeKind(kind)).toBeNull()
	},
)
