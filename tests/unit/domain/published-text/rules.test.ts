import { expect, test } from 'vitest'
import {
	bothSchedules,
	countedCommitments,
	countedMilestones,
	hasEnded,
	lateRedating,
	lateRedatings,
	textAt,
} from '#app/domain/published-text/rules.ts'
import type { Standing } from '#app/domain/published-text/rules.ts'
import { anOrigin } from '#tests/factories/plan-record.ts'

test.each([
	['2026-06-30', '2026-12-31', '2026-07-01', 'AFTER_END', 'the day after its end has passed'],
	['2026-06-30', '2026-12-31', '2026-06-30', 'SHORTLY_BEFORE_END', 'on its last day it has not passed'],
	['2026-06-30', '2026-12-31', '2026-05-31', 'SHORTLY_BEFORE_END', 'thirty days before is late'],
	['2026-06-30', '2026-12-31', '2026-05-30', null, 'thirty-one days before is in time'],
	['2026-06-30', '2026-06-29', '2026-07-15', null, 'an earlier end gives nobody more time'],
	['2026-06-30', '2026-06-30', '2026-07-15', null, 'an end that stays is not moved'],
	['2026-06-30', null, '2026-07-15', 'AFTER_END', 'an end that is taken away is moved for ever'],
	[null, '2026-12-31', '2026-07-15', null, 'where no end was given none can be late'],
	['2026-06', '2026-07', '2026-06-30', 'SHORTLY_BEFORE_END', 'a month ends on its last day'],
] as const)('from %s to %s on %s: %s, because %s', (before, after, on, late, _why) => {
	expect(lateRedating(before, after, on)).toBe(late)
})

const texts = [
	{ endsOn: '2026-06-30', origin: anOrigin({ version: 1, ledgerIndex: 3, publishedOn: '2026-01-05' }) },
	{ endsOn: '2026-09-30', origin: anOrigin({ version: 2, ledgerIndex: 10, publishedOn: '2026-07-05' }) },
	{ endsOn: '2026-12-31', origin: anOrigin({ version: 3, ledgerIndex: 20, publishedOn: '2026-07-06' }) },
]

test.each([
	[2, null, 'before the first there is none'],
	[4, 1, 'the first holds until it is changed'],
	[10, 1, 'an act at the place of a text stands before it'],
	[11, 2, 'the second holds from its place on'],
	[99, 3, 'the newest holds still'],
])('at place %i version %s holds, because %s', (at, version, _why) => {
	expect(textAt(texts, at)?.origin.version ?? null).toBe(version)
})

test('each late move of an end is named with the version that made it', () => {
	expect(lateRedatings(texts).map(({ after, late }) => [after.origin.version, late])).toEqual([
		[2, 'AFTER_END'],
	])
})

test.each([
	['MODIFIED', false],
	['CARRIED_OVER', false],
	[null, false],
	['MERGED', true],
	['SPLIT', true],
	['MOVED', true],
	['WITHDRAWN', true],
])('what is %s has ended: %s', (standing, ended) => {
	expect(hasEnded(standing)).toBe(ended)
})

test('a milestone is held against the dates first promised and against those in force', () => {
	const baseline = { startsOn: null, endsOn: '2026-06-30' }
	const current = { startsOn: null, endsOn: '2026-12-31' }
	expect(bothSchedules({ baseline, current }, 'LIMITED', '2026-07-15')).toEqual({
		baseline: 'OVERDUE',
		current: 'ON_TRACK',
	})
	const withdrawn = { ...current, standing: 'WITHDRAWN' }
	expect(bothSchedules({ baseline, current: withdrawn }, null, '2026-07-15')).toEqual({
		baseline: 'OVERDUE',
		current: null,
	})
})

test('figures count a merged commitment as the one it became, and a withdrawn one as a promise', () => {
	const standings: (Standing | undefined)[] = ['MERGED', 'MOVED', 'SPLIT', 'WITHDRAWN', 'MODIFIED', undefined]
	const commitments = standings.map((standing) => (standing ? { standing } : {}))
	expect(countedCommitments(commitments)).toEqual([{ standing: 'WITHDRAWN' }, { standing: 'MODIFIED' }, {}])
})

test('a commitment is judged by the milestones that go on; one that ended itself, by all it had', () => {
	const milestones = [{ standing: 'WITHDRAWN' as const }, { id: 'm2' }]
	expect(countedMilestones({ milestones })).toEqual([{ id: 'm2' }])
	expect(countedMilestones({ milestones, standing: 'MERGED' })).toEqual(milestones)
})
