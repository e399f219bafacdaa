import { describe, expect, test } from 'vitest'
import { cocreationLevel, worstRequirement } from '#app/domain/cocreation-expectation/rules.ts'
import type { RequirementCode, RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

function requirement(
	code: RequirementCode,
	level: ExpectationLevel,
	over: Partial<RequirementView> = {},
): RequirementView {
	return { code, level, reasons: [], records: [`record-${code}`], nextDueOn: null, ...over }
}

const met = requirement('MR1_1', 'MET')

describe('the level that the requirements give', () => {
	test.each<[string, readonly RequirementView[]]>([
		['MET REQUIREMENTS_MET', [met, requirement('MR5_1', 'NOT_YET_DUE')]],
		['PARTIAL REQUIREMENT_PARTLY_MET', [met, requirement('MR2_1', 'PARTIAL')]],
		[
			'NOT_MET REQUIREMENT_NOT_MET CONTRARY_TO_PROCESS_RISK',
			[met, requirement('MR2_1', 'NOT_MET'), requirement('MR2_2', 'NO_EVIDENCE')],
		],
		[
			'NOT_MET REQUIREMENT_NOT_MET CONTRARY_TO_PROCESS_RISK',
			[requirement('LMR4', 'NOT_MET'), requirement('LRP1', 'NOT_MET')],
		],
		['NOT_MET RECOMMENDATION_NOT_MET', [requirement('LMR1', 'MET'), requirement('LRP2', 'NOT_MET')]],
		[
			'NO_EVIDENCE REQUIREMENT_WITHOUT_EVIDENCE',
			[met, requirement('MR2_1', 'PARTIAL'), requirement('MR2_2', 'NO_EVIDENCE')],
		],
		['NOT_RECORDED REQUIREMENTS_NOT_RECORDED', [met, requirement('MR2_1', 'NOT_RECORDED')]],
		['NOT_YET_DUE REQUIREMENTS_NOT_YET_DUE', [requirement('MR1_1', 'NOT_YET_DUE')]],
		['NOT_APPLICABLE NOT_OGP_MEMBER', [requirement('LMR1', 'NOT_APPLICABLE')]],
	])('is %s', (expected, requirements) => {
		const { level, reasons } = cocreationLevel(requirements)
		expect([level, ...reasons].join(' ')).toBe(expected)
	})
	test('is never an average: seven met and one not is not met', () => {
		const others = Array.from({ length: 7 }, () => met)
		expect(cocreationLevel([...others, requirement('MR5_1', 'NOT_MET')]).level).toBe('NOT_MET')
	})
	test('names how many are met, of all, and the day of the worst one', () => {
		const worst = requirement('MR5_1', 'NOT_MET', { nextDueOn: '2026-12-31' })
		const judged = cocreationLevel([met, requirement('MR2_1', 'PARTIAL', { nextDueOn: '2026-09-01' }), worst])
		expect(judged.inputs).toEqual([
			{ code: 'REQUIREMENTS_MET', count: 1, of: 3 },
			{ code: 'REQUIREMENTS_NOT_RECORDED', count: 0, of: 3 },
		])
		expect(judged.dueOn).toBe('2026-12-31')
		expect(judged.records).toEqual(['record-MR1_1', 'record-MR2_1', 'record-MR5_1'])
	})
})

test('a required one is named before a recommended one that is just as bad', () => {
	const required = requirement('LMR4', 'NOT_MET')
	expect(worstRequirement([requirement('LRP1', 'NOT_MET'), required])).toBe(required)
	expect(worstRequirement([met])).toBeNull()
})
