import type { RuleSetView } from '#app/domain/rule-set/view.ts'

const figure = (value: number) => ({ value, basis: 'OURS' as const, source: 'test rule set' })

/** Rules with the default numbers; change one through `rules`. */
export function aRuleSet(over: Partial<RuleSetView> = {}): RuleSetView {
	return {
		id: 'rules-national-test',
		track: 'NATIONAL',
		version: '2026.1-test',
		validFrom: '2022-01-01',
		note: { en: null, id: null },
		rules: {
			graceDays: figure(14),
			checkpointMonths: figure(6),
			commentWindowDays: figure(14),
			coverageMonths: figure(12),
			coverageMet: figure(0.8),
			selfTimelyPartial: figure(0.5),
			concretePartial: figure(0.5),
			successorMonths: figure(12),
			firstPlanMonths: figure(12),
			noCoverageMonths: figure(6),
			endAssessmentLateDays: figure(90),
			designAssessmentMonths: figure(4),
			dueSoonDays: figure(30),
			commitmentsWarnBelow: figure(5),
			commitmentsWarnAbove: figure(15),
		},
		...over,
	}
}
