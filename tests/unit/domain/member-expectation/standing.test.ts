import { describe, expect, test } from 'vitest'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import type { StandingFacts } from '#app/domain/member-expectation/rules.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMember,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'
import {
	aCompleteRegister,
	aMembership,
	aRegister,
	anAdministration,
	anEndorsement,
	localProcess,
} from '#tests/factories/member-registers.ts'

const rules = { id: 'rules-local', version: '2026.1', rules: localProcess }

function standing(over: Partial<StandingFacts> = {}) {
	const record = over.record === undefined ? aPlanRecord() : over.record
	const plans = record ? [record.plan] : []
	return memberStanding({
		member: aMember(),
		registers: aRegister([]),
		record,
		plans,
		rules,
		day: '2026-08-01',
		...over,
	})
}

function levelsOf(over: Partial<StandingFacts>) {
	return standing(over).expectations.map(({ level }) => level)
}

describe('a member', () => {
	test('of which nothing is recorded is told so, and what it can do first', () => {
		const { expectations, planId } = standing({ record: null, member: aMember({ joinedYear: 2020 }) })
		expect(planId).toBeNull()
		expect(new Set(expectations.map(({ level }) => level))).toEqual(new Set(['NOT_RECORDED']))
		expect(expectations.map(({ changes }) => changes[0]?.code)).toEqual([
			'PUBLISH_ENDORSEMENT',
			'PUBLISH_PLAN',
			'PUBLISH_PLAN',
			'PUBLISH_PLAN',
			'SHARE_PRACTICE',
		])
	})
	test('that is new has until a year after it joined', () => {
		const { expectations } = standing({ record: null, member: aMember({ joinedYear: 2025 }) })
		const [first, second, , fourth, fifth] = expectations
		expect([second?.level, fourth?.level, fifth?.level]).toEqual([
			'NOT_YET_DUE',
			'NOT_YET_DUE',
			'NOT_YET_DUE',
		])
		expect(first?.level).toBe('NOT_RECORDED')
		expect(second?.changes).toEqual([{ code: 'PUBLISH_PLAN', byOn: '2026-12-31' }])
	})
	test('that only takes part in a national plan owes nothing of its own', () => {
		const member = aMember({ participationMode: 'SUBNATIONAL_IN_NATIONAL_PLAN' })
		expect(new Set(levelsOf({ record: null, member }))).toEqual(new Set(['NOT_APPLICABLE']))
	})
	test('has the rules and the day of its levels beside them', () => {
		const { memberId, track, asOfOn, ruleSet, planId } = standing()
		expect({ memberId, track, asOfOn, ruleSet, planId }).toEqual({
			memberId: 'member-example',
			track: 'LOCAL',
			asOfOn: '2026-08-01',
			ruleSet: { id: 'rules-local', track: 'LOCAL', version: '2026.1' },
			planId: 'plan-example',
		})
	})
})

test('requirements stand with the third expectation alone', () => {
	expect(standing().expectations.map(({ requirements }) => requirements.length)).toEqual([0, 0, 10, 0, 0])
	const national = standing({ member: aMember({ level: 'NATIONAL', participationMode: null }) })
	expect(national.expectations[2]?.requirements).toHaveLength(8)
})

test('each level opens the records behind it', () => {
	const milestone = aMilestoneRecord({ claims: [aClaim()], verifications: [aVerification()] })
	const record = aPlanRecord({ commitments: [aCommitmentRecord({ milestones: [milestone] })] })
	const endorsement = anEndorsement('2025-03-01')
	const registers = aRegister([endorsement, aMembership('2024'), anAdministration('2025')])
	const [first, second, , fourth] = standing({ record, registers }).expectations
	expect(first?.records).toContain(endorsement.recordId)
	expect(first?.level).toBe('MET')
	expect(first?.changes).toEqual([{ code: 'KEEP_GOING', byOn: null }])
	expect(second?.records).toEqual(['plan-example', 'commitment-1'])
	expect(fourth?.records).toEqual(['plan-example', 'claim-1', 'verification-1'])
})

test('protected evidence is no evidence for the repository, open evidence is', () => {
	const withEvidence = (visibility: 'PUBLIC' | 'PROTECTED') => {
		const piece =
			visibility === 'PUBLIC'
				? { kind: 'PHOTO' as const, url: 'https://example.org/1', title: null, stance: null }
				: { visibility, id: 'piece-1', kind: 'PHOTO' as const, embargoUntil: null }
		const claims = [aClaim({ evidence: [piece] })]
		const record = aPlanRecord({
			commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord({ claims })] })],
		})
		const member = aMember({ level: 'NATIONAL', participationMode: null })
		const registers = aRegister([aCompleteRegister('COCREATION', '2025-01-01')])
		const [, , third] = standing({ record, member, registers, day: '2026-12-20' }).expectations
		return third?.requirements.find(({ code }) => code === 'MR2_2')?.level
	}
	expect(withEvidence('PUBLIC')).toBe('MET')
	expect(withEvidence('PROTECTED')).toBe('NOT_MET')
})
