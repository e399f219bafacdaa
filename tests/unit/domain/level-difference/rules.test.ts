import { expect, test } from 'vitest'
import { levelDifferences } from '#app/domain/level-difference/rules.ts'
import type { StandingFacts } from '#app/domain/member-expectation/rules.ts'
import { aCompleteRegister, aMeeting, aRegister, localProcess } from '#tests/factories/member-registers.ts'
import { aMember, aPlanRecord } from '#tests/factories/plan-record.ts'

const rules = { id: 'rules-local', version: '2026.1', rules: localProcess }

function factsOf(over: Partial<StandingFacts> = {}): StandingFacts {
	const none = { registers: aRegister([]), record: null, plans: [] }
	return { member: aMember({ joinedYear: 2025 }), ...none, rules, day: '2026-08-01', ...over }
}

function otherRules(name: keyof typeof localProcess, value: number) {
	const process = { ...localProcess, [name]: { ...localProcess[name], value } }
	return { id: 'rules-local-2027.1', version: '2027.1', rules: process }
}

test('by the same numbers under another name no level differs', () => {
	expect(levelDifferences([factsOf()], { ...rules, id: 'another' })).toEqual([])
})

test('a shorter time for new members changes what was not yet due, with both reasons', () => {
	const found = levelDifferences([factsOf()], otherRules('newMemberMonths', 3))
	expect(found).toContainEqual({
		memberId: 'member-example',
		memberName: aMember().name,
		expectation: 'E2_COMMITMENTS',
		requirement: null,
		before: { level: 'NOT_YET_DUE', reasons: ['NEW_MEMBER'] },
		after: { level: 'NOT_RECORDED', reasons: ['NO_PLAN_HERE'] },
	})
	expect(found.map(({ expectation }) => expectation)).not.toContain('E1_DECLARATION')
})

test('a requirement that changes is named beside its expectation', () => {
	const record = aPlanRecord()
	const registers = aRegister([aCompleteRegister('COCREATION', '2025-01-01'), aMeeting('2026-05-01')])
	const facts = factsOf({
		member: aMember({ level: 'NATIONAL', participationMode: null }),
		...{ registers, record, plans: [record.plan] },
	})
	const found = levelDifferences([facts], otherRules('forumGapDays', 30))
	expect(found.filter(({ requirement }) => requirement !== null)).toMatchObject([
		{ expectation: 'E3_COCREATION', requirement: 'MR1_1' },
	])
})
