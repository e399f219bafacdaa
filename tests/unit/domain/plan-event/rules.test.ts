import { describe, expect, test } from 'vitest'
import { canBeShown, eventsOf, metOn } from '#app/domain/plan-event/rules.ts'
import type { PlanFacts } from '#app/domain/plan-event/rules.ts'
import { somePlanFacts } from '#tests/factories/plan-facts.ts'

const claim = (over: Partial<PlanFacts['claims'][number]> = {}): PlanFacts['claims'][number] => ({
	milestoneId: 'm1',
	checkpointId: 'b06',
	level: 'SUBSTANTIAL',
	on: '2026-06-20',
	...over,
})

const TWO = [
	{
		id: 'k1',
		milestones: [
			{ id: 'm1', startsOn: '2026-02-01' },
			{ id: 'm2', startsOn: '2026-03-01' },
		],
	},
]

describe('a checkpoint is met when the last report it asks for is published', () => {
	const b06 = { code: 'CHECKPOINT', subject: 'B06', dueOn: '2026-06-30' }
	test.each([
		['no report', [], null],
		['one of two reports', [claim()], null],
		['both reports', [claim(), claim({ milestoneId: 'm2', on: '2026-07-02' })], '2026-07-02'],
		[
			'both, and a correction of one',
			[claim(), claim({ milestoneId: 'm2', on: '2026-06-21' }), claim({ on: '2026-08-01' })],
			'2026-06-21',
		],
		['reports at another checkpoint', [claim({ checkpointId: 'b03' }), claim({ milestoneId: 'm2' })], null],
	] as const)('%s: %o', (_what, claims, day) => {
		expect(metOn(somePlanFacts({ commitments: TWO, claims }), b06)).toBe(day)
	})

	test('a milestone that begins later is not asked about', () => {
		const commitments = [
			{
				id: 'k1',
				milestones: [
					{ id: 'm1', startsOn: '2026-02-01' },
					{ id: 'm2', startsOn: '2026-08-01' },
				],
			},
		]
		expect(metOn(somePlanFacts({ commitments, claims: [claim()] }), b06)).toBe('2026-06-20')
	})

	test('a checkpoint that asks for no report at all is not an event', () => {
		expect(eventsOf(somePlanFacts({ commitments: [] })).CHECKPOINT_DUE).toEqual([])
	})
})

describe('a commitment is complete', () => {
	test.each([
		[
			'when every milestone is claimed complete, from the last day',
			[claim({ level: 'COMPLETE' }), claim({ milestoneId: 'm2', level: 'COMPLETE', on: '2026-07-03' })],
			'2026-07-03',
		],
		['not while one milestone is open', [claim({ level: 'COMPLETE' })], null],
		[
			'no more once a later report takes it back',
			[
				claim({ level: 'COMPLETE' }),
				claim({ milestoneId: 'm2', level: 'COMPLETE' }),
				claim({ level: 'LIMITED', on: '2026-07-09' }),
			],
			null,
		],
	] as const)('%s', (_what, claims, on) => {
		const events = eventsOf(somePlanFacts({ commitments: TWO, claims }))
		expect(events.COMMITMENT_COMPLETE).toEqual(on === null ? [] : [{ subject: 'k1', on }])
	})

	test('where government claims a level for the whole commitment, that says it', () => {
		const levels = [
			{ commitmentId: 'k1', level: 'COMPLETE', on: '2026-07-01' },
			{ commitmentId: 'k1', level: 'COMPLETE', on: '2026-10-01' },
		]
		expect(eventsOf(somePlanFacts({ levels })).COMMITMENT_COMPLETE).toEqual([
			{ subject: 'k1', on: '2026-07-01' },
		])
	})
})

describe('a self-assessment', () => {
	const opened = {
		kind: 'MID_TERM',
		stage: 'COMMENT',
		commentOpensOn: '2026-06-01',
		commentClosesOn: '2026-06-20',
		on: '2026-06-01',
	}
	const final = { ...opened, stage: 'FINAL', on: '2026-07-01' }
	const midterm = { code: 'SA_MIDTERM', subject: '', dueOn: '2027-04-01' }
	const consultation = { code: 'SA_CONSULTATION', subject: 'MID_TERM', dueOn: '2026-06-15' }

	test('is published when it is final, not when it is opened to comment', () => {
		expect(metOn(somePlanFacts({ selfAssessments: [opened] }), midterm)).toBeNull()
		expect(metOn(somePlanFacts({ selfAssessments: [opened, final] }), midterm)).toBe('2026-07-01')
	})

	test('was open to comment once its last required day is over, and counts from the day it was opened', () => {
		const facts = (today: string, over = {}) =>
			somePlanFacts({ today, selfAssessments: [{ ...opened, ...over }] })
		expect(eventsOf(facts('2026-06-01')).COMMENT_OPENED).toEqual([{ subject: 'MID_TERM', on: '2026-06-01' }])
		expect(metOn(facts('2026-06-15'), consultation)).toBeNull()
		expect(metOn(facts('2026-06-16'), consultation)).toBe('2026-06-15')
		expect(metOn(facts('2026-07-01', { commentClosesOn: '2026-06-10' }), consultation)).toBeNull()
	})
})

test('the next plan and the IRM’s codings show what they show, and nothing else', () => {
	const facts = somePlanFacts({
		succeededOn: '2028-02-01',
		codings: [{ isOfResults: true, on: '2028-05-01' }],
	})
	const owed = (code: string) => ({ code, subject: '', dueOn: '2028-12-31' })
	expect(metOn(facts, owed('PLAN_SUCCESSOR'))).toBe('2028-02-01')
	expect(metOn(facts, owed('IRM_RESULTS'))).toBe('2028-05-01')
	expect(metOn(facts, owed('IRM_APR'))).toBeNull()
	expect(metOn(facts, owed('INCEPTION'))).toBeNull()
	expect([canBeShown('IRM_APR'), canBeShown('KIP_BERKALA')]).toEqual([true, false])
})

test('an assessment of the Monitoring Body settles what asks for it, a correction of it nothing more', () => {
	const facts = somePlanFacts({
		localAssessments: [
			{ kind: 'INCEPTION', commitmentId: null, on: '2026-03-01' },
			{ kind: 'END_OF_COMMITMENT', commitmentId: 'k1', on: '2026-08-01' },
			{ kind: 'END_OF_COMMITMENT', commitmentId: 'k1', on: '2026-09-01' },
		],
	})
	const met = (code: string, subject = '') => metOn(facts, { code, subject, dueOn: '2026-12-31' })
	expect([met('INCEPTION'), met('END_OF_COMMITMENT', 'k1')]).toEqual(['2026-03-01', '2026-08-01'])
	expect([met('END_OF_COMMITMENT', 'k2'), met('END_OF_PLAN')]).toEqual([null, null])
})

test.each([
	['2027-12-31', []],
	['2028-01-01', [{ subject: 'k1', on: '2027-12-31' }]],
])('on %s a commitment that never was complete counts from %j', (today, days) => {
	expect(eventsOf(somePlanFacts({ today })).COMMITMENT_COMPLETE).toEqual(days)
})
