import { describe, expect, test } from 'vitest'
import { isClaimWaiting, isInForce, planFigures } from '#app/domain/action-plan/rules.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const today = '2026-08-01'

function aCommitmentClaimedAs(
	id: string,
	level: 'COMPLETE' | 'LIMITED',
	found: 'COMPLETE' | 'LIMITED' | null,
) {
	return aCommitmentRecord({
		id,
		milestones: [
			aMilestoneRecord({
				id: `${id}-m`,
				claims: [aClaim({ milestoneId: `${id}-m`, level })],
				verifications: found === null ? [] : [aVerification({ level: found })],
			}),
		],
	})
}

describe('a plan nobody reported on', () => {
	const figures = planFigures(aPlanRecord(), today)

	test('has no shares, because there is nothing to divide by', () => {
		expect(figures.claimed.highCompletion).toEqual({ count: 0, of: 0, share: null })
		expect(figures.agreement).toEqual({ count: 0, of: 0, share: null })
	})

	test('has a coverage of 0 of 1, because the commitment is there to be verified', () => {
		expect(figures.coverage).toEqual({ count: 0, of: 1, share: 0 })
	})

	test('counts its commitment as not assessed by each judge, never as "not started"', () => {
		for (const judge of [figures.claimed, figures.verified, figures.coded]) {
			expect(judge.notAssessed).toBe(1)
			expect(judge.counts.NOT_STARTED).toBe(0)
		}
	})

	test('has its milestone overdue, since nobody claims that it is complete', () => {
		expect(figures.overdue).toEqual([
			{ commitmentId: 'commitment-1', milestoneId: 'milestone-1', lastDay: '2026-06-30', claimed: null },
		])
	})
})

test.each([
	['2026-06-30', 0],
	['2026-07-01', 1],
])('on %s the list of overdue milestones has %i entries', (day, entries) => {
	expect(planFigures(aPlanRecord(), day).overdue).toHaveLength(entries)
})

test('a plan without commitments has no coverage at all', () => {
	expect(planFigures(aPlanRecord({ commitments: [] }), today).coverage).toEqual({
		count: 0,
		of: 0,
		share: null,
	})
})

test('milestones without an end date are counted apart and never overdue', () => {
	const record = aPlanRecord({
		commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord({ endsOn: null })] })],
	})
	expect(planFigures(record, '2099-01-01')).toMatchObject({ overdue: [], milestonesWithoutEndDate: 1 })
})

test('agreement is a share of the commitments that have both a claim and a verification', () => {
	const record = aPlanRecord({
		commitments: [
			aCommitmentClaimedAs('agrees', 'COMPLETE', 'COMPLETE'),
			aCommitmentClaimedAs('differs', 'COMPLETE', 'LIMITED'),
			aCommitmentClaimedAs('unverified', 'COMPLETE', null),
		],
	})
	const figures = planFigures(record, today)
	expect(figures.agreement).toEqual({ count: 1, of: 2, share: 0.5 })
	expect(figures.coverage).toMatchObject({ count: 2, of: 3 })
	expect(figures.claimed.highCompletion).toMatchObject({ count: 3, of: 3 })
	expect(figures.verified.highCompletion).toMatchObject({ count: 1, of: 2 })
	expect(figures.claimsWaiting).toBe(1)
	expect(figures.divergenceCounts).toMatchObject({ AGREES: 1, GOVERNMENT_HIGHER: 1, UNVERIFIED: 1 })
})

test('a government word that is no step of the scale is counted as other words, not as a level', () => {
	const claim = aClaim({ level: null, levelAsPublished: 'In Progress' })
	const record = aPlanRecord({
		commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord({ claims: [claim] })] })],
	})
	expect(planFigures(record, today).claimed).toMatchObject({
		inOtherWords: 1,
		notAssessed: 0,
		highCompletion: { of: 0 },
	})
})

test('an interested monitor is shown but covers nothing', () => {
	const milestone = aMilestoneRecord({
		claims: [aClaim()],
		verifications: [aVerification({ independence: 'INTERESTED' })],
	})
	const figures = planFigures(
		aPlanRecord({ commitments: [aCommitmentRecord({ milestones: [milestone] })] }),
		today,
	)
	expect(figures).toMatchObject({ coverage: { count: 0, of: 1 }, verifications: 1, claimsWaiting: 1 })
})

describe('the list of differences', () => {
	test('begins with the widest gap; agreement and what nobody verified are not in it', () => {
		const oneStep = aCommitmentClaimedAs('one-step', 'LIMITED', 'COMPLETE')
		const record = aPlanRecord({
			commitments: [
				aCommitmentClaimedAs('agrees', 'COMPLETE', 'COMPLETE'),
				aCommitmentClaimedAs('unverified', 'COMPLETE', null),
				{
					...oneStep,
					milestones: [aMilestoneRecord({ claims: [aClaim()], verifications: [aVerification()] })],
				},
				aCommitmentClaimedAs('two-steps', 'COMPLETE', 'LIMITED'),
			],
		})
		expect(planFigures(record, today).divergences.map((d) => d.commitmentId)).toEqual([
			'two-steps',
			'one-step',
		])
	})

	test('shows a milestone whose gap the commitment’s level hides', () => {
		const higher = aMilestoneRecord({
			id: 'up',
			claims: [aClaim({ level: 'COMPLETE' })],
			verifications: [aVerification({ level: 'SUBSTANTIAL' })],
		})
		const same = aMilestoneRecord({
			id: 'same',
			claims: [aClaim({ level: 'LIMITED' })],
			verifications: [aVerification({ level: 'LIMITED' })],
		})
		const record = aPlanRecord({ commitments: [aCommitmentRecord({ milestones: [higher, same] })] })
		expect(planFigures(record, today).divergences).toMatchObject([
			{ commitmentId: 'commitment-1', milestoneId: 'up' },
		])
	})

	test('shows a claim that the IRM coded differently', () => {
		const commitment = {
			...aCommitmentClaimedAs('coded', 'COMPLETE', null),
			codings: [aCoding({ value: 'LIMITED' })],
		}
		expect(planFigures(aPlanRecord({ commitments: [commitment] }), today).divergences).toHaveLength(1)
	})
})

describe('a claim waits until somebody independent looked at it', () => {
	const claim = aClaim({ version: 2, publishedOn: '2026-06-20' })
	test.each([
		['this very version was verified', aVerification({ claim: { recordId: 'claim-1', version: 2 } }), false],
		['only the version before it was', aVerification({ claim: { recordId: 'claim-1', version: 1 } }), true],
		[
			'the whole was verified on the same day',
			aVerification({ claim: null, publishedOn: '2026-06-20' }),
			false,
		],
		[
			'the whole was verified the day before',
			aVerification({ claim: null, publishedOn: '2026-06-19' }),
			true,
		],
		['an interested one looked', aVerification({ claim: null, independence: 'INTERESTED' }), true],
	])('%s: %o', (_situation, verification, waiting) => {
		expect(isClaimWaiting(claim, [verification])).toBe(waiting)
	})
})

test.each([
	['2025-12-31', false],
	['2026-01-01', true],
	['2027-12-31', true],
	['2028-01-01', false],
])('a plan for 2026–2027 is in force on %s: %s', (today, expected) => {
	expect(isInForce({ startsOn: '2026', endsOn: '2027-12' }, today)).toBe(expected)
})
