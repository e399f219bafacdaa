import { describe, expect, test } from 'vitest'
import { sharingLevel } from '#app/domain/sharing-expectation/rules.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import {
	aCompleteRegister,
	aContribution,
	aRegister,
	localProcess,
	nationalProcess,
} from '#tests/factories/member-registers.ts'
import type { Act } from '#tests/factories/member-registers.ts'

const complete = aCompleteRegister('SHARING')
const local = { member: aMember({ joinedYear: 2020 }), rules: localProcess }
const national = {
	member: aMember({ level: 'NATIONAL', participationMode: null, joinedYear: 2011 }),
	rules: nationalProcess,
}
const abroad = { scope: 'INTERNATIONAL' } as const

function levelOf(acts: readonly Act[], world: typeof local = local, day = '2026-08-01') {
	const { level, reasons } = sharingLevel({ ...world, registers: aRegister(acts), day }, null)
	return [level, ...reasons].join(' ')
}

describe('sharing with others', () => {
	test.each<[string, readonly Act[]]>([
		['MET SHARED_RECENTLY', [aContribution('2025-08-01')]],
		['MET SHARED_RECENTLY', [aContribution('2026-03', { role: 'CO_HOST' })]],
		['PARTIAL SHARED_LONG_AGO', [aContribution('2025-07-31')]],
		['PARTIAL SHARED_LONG_AGO', [aContribution('2025')]],
		['PARTIAL SHARING_ONLY_RECEIVED', [aContribution('2026-03-01', { role: 'PARTICIPANT' })]],
		['PARTIAL SHARING_WITHOUT_COUNTERPART', [aContribution('2026-03-01', { counterparts: [] })]],
		[
			'PARTIAL SHARING_WITHOUT_COUNTERPART',
			[aContribution('2026-03-01', { isOutsideJurisdiction: 'UNKNOWN' })],
		],
		['NO_EVIDENCE SHARING_WITHOUT_EVIDENCE', [aContribution('2026-03-01', { url: undefined })]],
		['NOT_MET SHARING_MISSING', [aContribution('2024-07-31'), complete]],
		['PARTIAL SHARED_LONG_AGO', [aContribution('2024-08-01'), complete]],
		['NOT_RECORDED NOT_RECORDED_HERE', [aContribution('2024-07-31')]],
		['NOT_RECORDED NOT_RECORDED_HERE', []],
		['NOT_MET SHARING_MISSING', [aContribution('2026-08-02'), complete]],
	])('is %s for a local member', (expected, acts) => {
		expect(levelOf(acts)).toBe(expected)
	})
	test.each<[string, readonly Act[]]>([
		['PARTIAL SHARED_ONLY_AT_HOME', [aContribution('2026-03-01')]],
		['MET SHARED_RECENTLY', [aContribution('2026-03-01'), aContribution('2024-08-01', abroad)]],
		['PARTIAL SHARED_ONLY_AT_HOME', [aContribution('2026-03-01'), aContribution('2024-07-31', abroad)]],
		['MET SHARED_RECENTLY', [aContribution('2026-03-01', abroad)]],
	])('is %s for a national member', (expected, acts) => {
		expect(levelOf(acts, national)).toBe(expected)
	})
	test('is not yet due in the first year of a member, unless something is recorded', () => {
		const world = { ...local, member: aMember({ joinedYear: 2025 }) }
		expect(levelOf([complete], world)).toBe('NOT_YET_DUE NEW_MEMBER')
		expect(levelOf([complete], world, '2026-12-31')).toBe('NOT_MET SHARING_MISSING')
		expect(levelOf([aContribution('2026-03-01', { url: undefined })], world)).toBe(
			'NO_EVIDENCE SHARING_WITHOUT_EVIDENCE',
		)
	})
	test('counts what qualifies in the cycle of the plan, of all that was done in it', () => {
		const acts = [
			aContribution('2026-03-01'),
			aContribution('2026-04-01', { role: 'RECIPIENT' }),
			aContribution('2025-12-31'),
		]
		const { inputs, dueOn } = sharingLevel(
			{ ...local, registers: aRegister(acts), day: '2026-08-01' },
			'2026-01-01',
		)
		expect(inputs).toEqual([{ code: 'SHARING_QUALIFYING', count: 1, of: 2 }])
		expect(dueOn).toBe('2027-03-01')
	})
})
