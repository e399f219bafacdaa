import { describe, expect, test } from 'vitest'
import {
	gapInSteps,
	judgementsOfCommitment,
	judgementsOfMilestone,
	latestIndependent,
} from '#app/domain/divergence/rules.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

test.each([
	['COMPLETE', 'COMPLETE', 0],
	['COMPLETE', 'LIMITED', 2],
	['LIMITED', 'SUBSTANTIAL', -1],
	['NOT_STARTED', 'NO_EVIDENCE', 1],
] as const)('from %s claimed to %s found it is %i steps', (claimed, found, steps) => {
	expect(gapInSteps(claimed, found)).toBe(steps)
})

describe('claim and verification of a milestone', () => {
	const claim = aClaim({ level: 'SUBSTANTIAL' })
	test.each([
		['agree', [claim], [aVerification({ level: 'SUBSTANTIAL' })], 'AGREES', 0],
		['differ, government higher', [claim], [aVerification({ level: 'LIMITED' })], 'GOVERNMENT_HIGHER', 1],
		['differ, verifier higher', [claim], [aVerification({ level: 'COMPLETE' })], 'VERIFIER_HIGHER', -1],
		['cannot be compared: nobody looked', [claim], [], 'UNVERIFIED', null],
		['cannot be compared: nobody claimed', [], [], 'NO_CLAIM', null],
		[
			'cannot be compared: no way to find out',
			[claim],
			[aVerification({ level: null, outcome: 'CANNOT_VERIFY' })],
			'CANNOT_VERIFY',
			null,
		],
		[
			'cannot be compared: only somebody interested looked',
			[claim],
			[aVerification({ independence: 'INTERESTED' })],
			'UNVERIFIED',
			null,
		],
		[
			'cannot be compared: claimed in other words',
			[aClaim({ level: null, levelAsPublished: 'In Progress' })],
			[aVerification()],
			'NO_CLAIM',
			null,
		],
	] as const)('%s', (_situation, claims, verifications, state, steps) => {
		const { divergence } = judgementsOfMilestone(aMilestoneRecord({ claims, verifications }))
		expect([divergence.state, divergence.steps]).toEqual([state, steps])
	})

	test('lack proof on one side', () => {
		const bare = aMilestoneRecord({ claims: [aClaim({ evidence: [] })] })
		expect(judgementsOfMilestone(bare).divergence.evidenceGap).toBe('CLAIM_WITHOUT_PROOF')
		const silent = aMilestoneRecord({ verifications: [aVerification({ claim: null })] })
		expect(judgementsOfMilestone(silent).divergence.evidenceGap).toBe('PROOF_WITHOUT_CLAIM')
	})
})

test('of two findings of one organization the newer counts; another organization has its own', () => {
	const newer = aVerification({ recordId: 'newer', publishedOn: '2026-08-01' })
	const older = aVerification({ recordId: 'older' })
	const other = aVerification({ recordId: 'other', organizationId: 'cso-2' })
	expect(latestIndependent([newer, older, other]).map((v) => v.recordId)).toEqual(['newer', 'other'])
})

describe('the judges on a commitment', () => {
	const verified = aMilestoneRecord({
		claims: [aClaim({ level: 'COMPLETE' })],
		verifications: [aVerification({ level: 'LIMITED' })],
	})

	test('are never merged: the IRM’s level leaves the verified one alone', () => {
		const { verified: found, coded } = judgementsOfCommitment(
			aCommitmentRecord({ milestones: [verified], codings: [aCoding({ value: 'COMPLETE' })] }),
		)
		expect([found.level, coded.level]).toEqual(['LIMITED', 'COMPLETE'])
	})

	test('a finding on the whole stands before those on its milestones', () => {
		const whole = aVerification({ milestoneId: null, level: 'SUBSTANTIAL' })
		const judges = judgementsOfCommitment(
			aCommitmentRecord({ milestones: [verified], verifications: [whole] }),
		)
		expect(judges.verified).toMatchObject({ level: 'SUBSTANTIAL', rolledUp: false })
	})

	test('but "cannot be verified" on the whole does not hide what was found on a milestone', () => {
		const whole = aVerification({
			milestoneId: null,
			level: null,
			outcome: 'CANNOT_VERIFY',
			organizationId: 'cso-2',
		})
		const judges = judgementsOfCommitment(
			aCommitmentRecord({ milestones: [verified], verifications: [whole] }),
		)
		expect(judges.verified).toMatchObject({ level: 'LIMITED', rolledUp: true })
		expect(judges.divergence.state).toBe('GOVERNMENT_HIGHER')
	})

	test('an end-of-term coding stands before a mid-term one, and a year before the day of its import', () => {
		const codings = [
			aCoding({ indicator: 'COMPLETION_MIDTERM', value: 'LIMITED' }),
			aCoding({ indicator: 'COMPLETION_END', value: 'COMPLETE', year: 2019 }),
		]
		expect(judgementsOfCommitment(aCommitmentRecord({ codings })).coded).toMatchObject({
			level: 'COMPLETE',
			asOfOn: '2019',
		})
	})
})

describe('several values of the IRM on one indicator', () => {
	const END = { indicator: 'COMPLETION_END' as const }
	const codings = [
		aCoding({ ...END, recordId: 'undated', value: 'COMPLETE', year: null, ledgerIndex: 99 }),
		aCoding({ ...END, recordId: 'older', value: 'LIMITED', year: 2018, ledgerIndex: 50 }),
		aCoding({ ...END, recordId: 'newer', value: 'SUBSTANTIAL', year: 2019, ledgerIndex: 10 }),
		aCoding({ ...END, recordId: 'corrected', value: 'NOT_STARTED', year: 2019, ledgerIndex: 11 }),
	]
	const codedOf = (given: readonly ReturnType<typeof aCoding>[]) =>
		judgementsOfCommitment(aCommitmentRecord({ codings: given })).coded

	test.each([
		['as they are', codings],
		['the other way round', [...codings].reverse()],
	])('give the newest review, of one year the latest act, whatever their order: %s', (_order, given) => {
		expect(codedOf(given)).toMatchObject({ level: 'NOT_STARTED', asOfOn: '2019' })
	})

	test('a value without a year is as old as nobody says, and not as its import', () => {
		expect(codedOf(codings.slice(0, 1))).toMatchObject({ level: 'COMPLETE', asOfOn: null })
	})

	test('a review of a day is newer than one of the same year without a day', () => {
		const dated = aCoding({ ...END, value: 'COMPLETE', year: 2019, codedOn: '2019-06-01', ledgerIndex: 1 })
		expect(codedOf([...codings, dated])).toMatchObject({ level: 'COMPLETE', asOfOn: '2019-06-01' })
	})
})
