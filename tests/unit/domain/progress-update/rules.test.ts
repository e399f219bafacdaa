import { describe, expect, test } from 'vitest'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import {
	claimedLevelOfCommitment,
	isLate,
	isReportExpected,
	levelOfNilReport,
	missingAnswers,
	needsChallenges,
	nextStep,
	reasonNotToFile,
	taskGroup,
	taskState,
} from '#app/domain/progress-update/rules.ts'
import type { Answers } from '#app/domain/progress-update/rules.ts'

const HIDDEN = { visibility: 'PROTECTED' } as const
const CHECKPOINT = { opensOn: '2026-06-01', dueOn: '2026-06-30', lockedOn: '2026-08-31' }

test.each([
	['2026-05-31', 'checkpoint_not_open', 'the day before it opens'],
	['2026-06-01', null, 'on the day it opens'],
	['2026-07-01', null, 'late, but not locked'],
	['2026-08-31', null, 'on its last day'],
	['2026-09-01', 'checkpoint_locked', 'the day after its last day'],
])('on %s: %s, %s', (today, reason, _why) => {
	expect(reasonNotToFile(CHECKPOINT, today)).toBe(reason)
})

test.each([
	['2026-09-15', null, 'on the last day of a reopening'],
	['2026-09-16', 'checkpoint_locked', 'the day after it'],
])('opened again, on %s: %s, %s', (today, reason, _why) => {
	expect(reasonNotToFile({ ...CHECKPOINT, reopenedUntilOn: '2026-09-15' }, today)).toBe(reason)
})

test('a checkpoint that is never locked takes reports for ever', () => {
	expect(reasonNotToFile({ ...CHECKPOINT, lockedOn: null }, '2099-01-01')).toBeNull()
})

test.each([
	['2026-06-30', false, 'on the day it is due'],
	['2026-07-01', true, 'the day after'],
])('a report of %s is late: %s, %s', (publishedOn, late, _why) => {
	expect(isLate(CHECKPOINT, publishedOn)).toBe(late)
})

describe('what stands in the way is asked', () => {
	test.each([
		['LIMITED', '2026-06-30', '2026-06-30', false, 'not on the day a milestone starts'],
		['LIMITED', '2026-06-30', '2026-07-01', true, 'from the day after'],
		['NOT_STARTED', '2026-06', '2026-06-30', false, 'a month has started when all of it has passed'],
		['NOT_STARTED', '2026-06', '2026-07-01', true, 'then it has'],
		['SUBSTANTIAL', '2026-01-01', '2026-07-01', false, 'not of what is mostly done'],
		['COMPLETE', '2026-01-01', '2026-07-01', false, 'not of what is done'],
		['LIMITED', null, '2026-07-01', false, 'not where no start is known'],
	] as const)('of %s since %s on %s: %s, %s', (level, startsOn, today, asked, _why) => {
		expect(needsChallenges({ isNil: false, level, startsOn }, today)).toBe(asked)
	})

	test('but never of a nil report', () => {
		expect(needsChallenges({ isNil: true, level: null, startsOn: '2026-01-01' }, '2026-07-01')).toBe(false)
	})
})

describe('a report is ready', () => {
	const full: Answers = {
		isNil: false,
		level: 'LIMITED',
		done: { en: null, id: 'Portal dibuka.' },
		challenges: ['FUNDING'],
		challengeText: null,
		evidence: [{}],
	}
	const nothing: Answers = {
		...full,
		level: null,
		done: { en: null, id: null },
		challenges: [],
		evidence: [],
	}

	test.each([
		['with all its answers', full, []],
		['in English alone', { ...full, done: { en: 'Open.', id: null } }, []],
		['without a level, not even the rest is asked', nothing, ['LEVEL']],
		['without words', { ...full, done: { en: null, id: null } }, ['DONE']],
		['without what stands in the way', { ...full, challenges: [] }, ['CHALLENGES']],
		['with another challenge that is not named', { ...full, challenges: ['OTHER'] }, ['CHALLENGE_TEXT']],
		['limited without proof', { ...full, evidence: [] }, ['EVIDENCE']],
		['complete without proof', { ...full, level: 'COMPLETE', evidence: [] }, ['EVIDENCE']],
		['complete with a piece that is public', { ...full, level: 'COMPLETE', evidence: [HIDDEN, {}] }, []],
		[
			'complete with nothing that everyone may see',
			{ ...full, level: 'COMPLETE', evidence: [HIDDEN] },
			['PUBLIC_EVIDENCE'],
		],
		['limited with a protected piece alone', { ...full, evidence: [HIDDEN] }, []],
		['not started needs no proof', { ...full, level: 'NOT_STARTED', evidence: [] }, []],
		['nil needs nothing', { ...nothing, isNil: true }, []],
	] as const)('%s', (_what, answers, missing) => {
		expect(missingAnswers(answers, '2026-01-01', '2026-07-01')).toEqual(missing)
	})

	test.each([
		[[], 'check'],
		[['DONE', 'EVIDENCE'], 'done'],
		[['CHALLENGE_TEXT'], 'challenges'],
	] as const)('with %j missing the next page is %s', (missing, step) => {
		expect(nextStep(missing)).toBe(step)
	})
})

test.each([
	[null, 'NOT_STARTED', 'nobody ever claimed anything'],
	[{ level: 'SUBSTANTIAL' as const }, 'SUBSTANTIAL', 'the level stays'],
	[{ level: null }, null, 'an earlier word that is no step stays no step'],
])('a nil report after %j states %s: %s', (before, level, _why) => {
	expect(levelOfNilReport(before)).toBe(level)
})

describe('a report is expected', () => {
	const due: Record<string, string> = { B03: '2026-03-31', B06: '2026-06-30', B09: '2026-09-30' }
	const dueOnOf = (code: string) => due[code] ?? null
	const claim = (level: ClaimedLevel | null, checkpointCode: string | null) => ({ level, checkpointCode })

	test.each([
		['2026-06-30', [], true, 'of a milestone that starts on the day the report is due'],
		['2026-07-01', [], false, 'not of one that starts after'],
		[null, [], true, 'of one without a start'],
		['2026-01-01', [claim('SUBSTANTIAL', 'B03')], true, 'until it is complete'],
		['2026-01-01', [claim('COMPLETE', 'B03')], false, 'not after an earlier claim that it is'],
		['2026-01-01', [claim('COMPLETE', 'B06')], true, 'at the checkpoint of that claim itself it was'],
		['2026-01-01', [claim('COMPLETE', null)], false, 'not after an imported claim that it is'],
	])('from %s with %j: %s, %s', (startsOn, claims, expected, _why) => {
		expect(isReportExpected({ startsOn, claims }, CHECKPOINT, dueOnOf)).toBe(expected)
	})
})

test.each([
	['2026-06-29', false, 'OVERDUE', 'its day has passed'],
	['2026-06-30', false, 'DUE_SOON', 'today is its day'],
	['2026-07-30', false, 'DUE_SOON', 'thirty days ahead'],
	['2026-07-31', false, 'LATER', 'thirty-one days ahead'],
	['2026-01-01', true, 'DONE', 'published, however late'],
] as const)('a task due %s (published: %s) is %s: %s', (dueOn, isPublished, group, _why) => {
	expect(taskGroup({ dueOn, isPublished }, '2026-06-30', 30)).toBe(group)
})

test.each([
	['SUBMITTED', true, 'WAITING'],
	['RETURNED', true, 'RETURNED'],
	['DRAFT', true, 'IN_PROGRESS'],
	[null, true, 'PUBLISHED'],
	[null, false, 'NOT_STARTED'],
] as const)(
	'with a draft that is %s and a published claim (%s) a task is %s',
	(draft, isPublished, state) => {
		expect(taskState({ draft, isPublished, opensOn: '2026-06-01' }, '2026-06-30')).toBe(state)
	},
)

test('before its checkpoint opens a task is not open', () => {
	expect(taskState({ draft: null, isPublished: false, opensOn: '2026-07-01' }, '2026-06-30')).toBe('NOT_OPEN')
})

test('one claim in other words leaves the commitment without a level', () => {
	expect(claimedLevelOfCommitment([{ level: 'COMPLETE' }, { level: null }]).level).toBeNull()
})
