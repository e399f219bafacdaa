import { describe, expect, test } from 'vitest'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { commitmentsLevel } from '#app/domain/expectation/rules.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	anOrigin,
	aPlan,
	aPlanRecord,
} from '#tests/factories/plan-record.ts'

const inForce = '2026-08-01'
const imported = anOrigin({ importedBy: { en: 'Site administration', id: null } })
const ambitious = aCoding({
	indicator: 'POTENTIAL_FOR_RESULTS',
	value: null,
	valueAsPublished: 'Substantial',
})

function levelOf(commitments: CommitmentRecord[], today = inForce, over: Partial<PlanRecord> = {}) {
	const { level, reasons } = commitmentsLevel(aPlanRecord({ commitments, ...over }), today)
	return [level, ...reasons]
}

test('a plan in force whose commitments all pass, one of them coded as ambitious, is met', () => {
	expect(levelOf([aCommitmentRecord({ codings: [ambitious] })])).toEqual(['MET', 'ALL_PASS'])
})

test.each([
	['2026-05-10', 'MET', 'on its last day the independent design assessment is not yet due'],
	['2026-05-11', 'PARTIAL', 'from the day after, ambition must have been found by somebody independent'],
])('on %s a plan submitted on 10 January is %s, because %s', (today, level) => {
	expect(levelOf([aCommitmentRecord()], today)[0]).toBe(level)
})

describe('what a text leaves out', () => {
	const bare = { milestones: [], ogpValues: [] }
	test('counts against the plan where the text was published here', () => {
		expect(levelOf([aCommitmentRecord(bare)])).toEqual(['NOT_MET', 'TOO_FEW_CONCRETE'])
	})
	test('is unknown where the text was imported, and unknown is not a finding', () => {
		expect(levelOf([aCommitmentRecord({ ...bare, origin: imported })])).toEqual([
			'NOT_RECORDED',
			'TEXTS_INCOMPLETE',
		])
	})
	test('technology alone is no lens, wherever the text comes from', () => {
		const technology = aCommitmentRecord({
			origin: imported,
			ogpValues: [{ code: 'TECHNOLOGY', justification: 'An app.' }],
		})
		expect(levelOf([technology])).toEqual(['NOT_MET', 'TOO_FEW_CONCRETE'])
	})
})

test('exactly half of the commitments concrete is enough for partly met, less is not', () => {
	const pass = aCommitmentRecord()
	const fail = aCommitmentRecord({ milestones: [] })
	expect(levelOf([pass, fail])[0]).toBe('PARTIAL')
	expect(levelOf([pass, fail, fail])[0]).toBe('NOT_MET')
})

test('a milestone that ends after the plan is not concrete', () => {
	const late = aCommitmentRecord({ milestones: [aMilestoneRecord({ endsOn: '2028-01-01' })] })
	expect(levelOf([late])).toEqual(['NOT_MET', 'TOO_FEW_CONCRETE'])
})

test.each([
	['2025-12-31', 'NOT_YET_DUE', 'PLAN_NOT_STARTED'],
	['2028-01-01', 'NOT_RECORDED', 'PLAN_ENDED'],
])('on %s, outside the plan’s period, it is %s (%s)', (today, level, reason) => {
	expect(levelOf([aCommitmentRecord()], today)).toEqual([level, reason])
})

test('a plan that ended while every claim says "not started" is not met', () => {
	const idle = aCommitmentRecord({
		milestones: [aMilestoneRecord({ claims: [aClaim({ level: 'NOT_STARTED' })] })],
	})
	expect(levelOf([idle], '2028-01-01')).toEqual(['NOT_MET', 'NO_PROGRESS_AFTER_END'])
	expect(levelOf([idle, aCommitmentRecord()], '2028-01-01')).toEqual(['NOT_RECORDED', 'PLAN_ENDED'])
})

test('without a period, or without commitments, nothing is said', () => {
	expect(levelOf([aCommitmentRecord()], inForce, { plan: aPlan({ endsOn: null }) })[0]).toBe('NOT_RECORDED')
	expect(levelOf([])).toEqual(['NOT_RECORDED', 'NO_COMMITMENTS_HERE'])
})

test('every figure has its denominator', () => {
	const { inputs } = commitmentsLevel(aPlanRecord(), inForce)
	expect(inputs.map((input) => `${input.code} ${String(input.count)}/${String(input.of)}`)).toEqual([
		'CONCRETE 1/1',
		'LENS 1/1',
		'STRETCH 1/1',
		'AMBITION_FOUND 0/1',
		'TEXTS_UNKNOWN 0/1',
	])
})

describe('a commitment that is no longer part of the plan', () => {
	const ended = (standing: 'WITHDRAWN' | 'MERGED') =>
		aCommitmentRecord({
			...{
				id: 'ended',
				standing,
				milestones: [],
				origin: anOrigin({ version: 2, publishedOn: '2026-06-01' }),
			},
		})

	test.each(['WITHDRAWN', 'MERGED'] as const)(
		'%s: is in no denominator, and is named with why',
		(standing) => {
			const { level, inputs, leftOut } = commitmentsLevel(
				aPlanRecord({ commitments: [aCommitmentRecord({ codings: [ambitious] }), ended(standing)] }),
				inForce,
			)
			expect(level).toBe('MET')
			expect(inputs.map(({ of }) => of)).toEqual([1, 1, 1, 1, 1])
			expect(leftOut).toMatchObject([{ commitmentId: 'ended', standing, sinceOn: '2026-06-01' }])
		},
	)

	test('counts on each day before its end was published', () => {
		const record = aPlanRecord({ commitments: [aCommitmentRecord(), ended('WITHDRAWN')] })
		expect(commitmentsLevel(record, '2026-05-31').inputs[0]).toEqual({ code: 'CONCRETE', count: 1, of: 2 })
		expect(commitmentsLevel(record, '2026-05-31').leftOut).toBeUndefined()
		expect(commitmentsLevel(record, '2026-06-01').inputs[0]).toEqual({ code: 'CONCRETE', count: 1, of: 1 })
	})

	test('leaves nothing to be judged where it was the last one', () => {
		expect(levelOf([ended('WITHDRAWN')])).toEqual(['NOT_RECORDED', 'NO_ACTIVE_COMMITMENTS'])
	})
})
