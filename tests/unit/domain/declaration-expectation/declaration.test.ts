import { describe, expect, test } from 'vitest'
import { declarationLevel, joiningOf } from '#app/domain/declaration-expectation/rules.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import {
	aCompleteRegister,
	aMembership,
	aRegister,
	anAdministration,
	anEndorsement,
	localProcess,
} from '#tests/factories/member-registers.ts'
import type { Act } from '#tests/factories/member-registers.ts'

const complete = aCompleteRegister('DECLARATION')
const active = aMembership('2024-01-15')
const present = anAdministration('2025-02-20')
const standing = [active, present]

function levelOf(acts: readonly Act[], day = '2026-08-01', member = aMember()) {
	const registers = aRegister(acts)
	const { level, reasons } = declarationLevel({ member, registers, rules: localProcess, day }, [])
	return [level, ...reasons].join(' ')
}

describe('an endorsement of the Declaration', () => {
	test.each<[string, readonly Act[], string?]>([
		['MET ENDORSED', [...standing, anEndorsement('2025-03-01')]],
		['MET ENDORSED ADMINISTRATION_NEW', [...standing, anEndorsement('2024-01-10')], '2026-02-19'],
		['PARTIAL REAFFIRMATION_NOT_RECORDED', [...standing, anEndorsement('2024-01-10')], '2026-02-20'],
		['PARTIAL REAFFIRMATION_MISSING', [...standing, anEndorsement('2024-01-10'), complete], '2026-02-20'],
		[
			'MET ENDORSED',
			[...standing, anEndorsement('2024-01-10'), anEndorsement('2026-03-01', { isReaffirmation: true })],
		],
		['PARTIAL ENDORSEMENT_NOT_PUBLIC', [...standing, anEndorsement('2025-03-01', { isPublic: false })]],
		[
			'PARTIAL ENDORSEMENT_NOT_BY_HEAD',
			[...standing, anEndorsement('2025-03-01', { isHeadOrDelegate: false })],
		],
		[
			'PARTIAL MEMBERSHIP_UNDER_REVIEW',
			[...standing, aMembership('2026-01-01', 'UNDER_REVIEW'), anEndorsement('2025-03-01')],
		],
		['PARTIAL MEMBERSHIP_NOT_RECORDED', [present, anEndorsement('2025-03-01')]],
		['PARTIAL ADMINISTRATION_NOT_RECORDED', [active, anEndorsement('2025-03-01')]],
		[
			'PARTIAL ADMINISTRATION_NOT_RECORDED',
			[active, anAdministration('2020', '2025'), anEndorsement('2021')],
		],
		[
			'NOT_MET MEMBERSHIP_NOT_ACTIVE',
			[...standing, aMembership('2026-01-01', 'INACTIVE'), anEndorsement('2025-03-01')],
		],
		['NOT_MET MEMBERSHIP_NOT_ACTIVE', [...standing, aMembership('2026-01', 'SUSPENDED')]],
		['MET ENDORSED', [...standing, aMembership('2026-08-02', 'WITHDRAWN'), anEndorsement('2025-03-01')]],
		['NOT_MET ENDORSEMENT_MISSING', [...standing, complete]],
		['NOT_RECORDED NOT_RECORDED_HERE', standing],
		['NOT_RECORDED NOT_RECORDED_HERE', [...standing, aCompleteRegister('DECLARATION', '2025-01-01')]],
		['NO_EVIDENCE ENDORSEMENT_WITHOUT_FILE', [...standing, anEndorsement('2025-03-01', { url: undefined })]],
		['NOT_RECORDED NOT_RECORDED_HERE', [...standing, anEndorsement('2026-09-01')]],
	])('is %s', (expected, acts, day) => {
		expect(levelOf(acts, day)).toBe(expected)
	})
	test.each([
		['2024-04-13', 'NOT_YET_DUE NEW_MEMBER'],
		['2024-04-14', 'NOT_MET ENDORSEMENT_MISSING'],
	])('on %s, of a member since 15 January 2024 without any, is %s', (day, expected) => {
		expect(levelOf([active, complete], day, aMember({ joinedYear: null }))).toBe(expected)
	})
	test('is not expected of those that only take part in a national plan', () => {
		const member = aMember({ participationMode: 'SUBNATIONAL_IN_NATIONAL_PLAN' })
		expect(levelOf([complete], '2026-08-01', member)).toBe('NOT_APPLICABLE NOT_OGP_MEMBER')
	})
})

test('the items that commitments serve are counted and never change the level', () => {
	const items = {
		kind: 'declaration-items.published',
		recordId: 'items-1',
		said: { commitmentId: 'commitment-1', items: ['DECL_INFO', 'DECL_TECH'] },
	} as const satisfies Act
	const acts = [
		...standing,
		anEndorsement('2025-03-01'),
		{ ...items, said: { ...items.said, items: [...items.said.items] } },
	]
	const facts = { member: aMember(), registers: aRegister(acts), rules: localProcess, day: '2026-08-01' }
	const [served, unserved] = [
		declarationLevel(facts, ['commitment-1']),
		declarationLevel(facts, ['commitment-2']),
	]
	expect(served.inputs).toEqual([{ code: 'DECLARATION_ITEMS', count: 2, of: 4 }])
	expect(unserved.inputs).toEqual([{ code: 'DECLARATION_ITEMS', count: 0, of: 4 }])
	expect(served.level).toBe(unserved.level)
})

test('a year of joining is the whole year, and a standing recorded before it is earlier', () => {
	const joined = (acts: readonly Act[], joinedYear: number | null) =>
		joiningOf({ member: aMember({ joinedYear }), registers: aRegister(acts) })
	expect(joined([], 2020)).toEqual({ from: '2020-01-01', to: '2020-12-31' })
	expect(joined([aMembership('2020-10')], 2020)).toEqual({ from: '2020-10-01', to: '2020-10-31' })
	expect(joined([aMembership('2024')], 2020)).toEqual({ from: '2020-01-01', to: '2020-12-31' })
	expect(joined([], null)).toBeNull()
})
