import { describe, expect, test } from 'vitest'
import { requirementOn } from '#app/domain/cocreation-requirement/rules.ts'
import type { CocreationFacts } from '#app/domain/cocreation-window/rules.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { aRegister, localProcess } from '#tests/factories/member-registers.ts'
import { aPlan } from '#tests/factories/plan-record.ts'

describe('what only the Monitoring Body can judge', () => {
	const inception = (answer: string): AssessmentView => ({
		recordId: 'assessment-1',
		version: 1,
		kind: 'INCEPTION',
		commitmentId: null,
		organizationId: 'body-1',
		organizationName: { en: null, id: null },
		questionSet: 'ogp-local-2021.1',
		answers: [{ code: 'LRP5', answer, explanationEn: null, explanationId: null, references: null }],
		level: null,
		signedByCount: 2,
		dueOn: '2026-03-10',
		evidence: [],
		publishedOn: '2026-03-01',
		ledgerIndex: 30,
	})
	test.each<[string, Partial<CocreationFacts>]>([
		['MET ASSESSED_YES', { assessments: [inception('YES')] }],
		['PARTIAL ASSESSED_UNCLEAR', { assessments: [inception('UNCLEAR')] }],
		['NOT_MET ASSESSED_NO', { assessments: [inception('NO')] }],
		['NOT_RECORDED NOT_ASSESSED', {}],
		['NOT_RECORDED NOT_ASSESSED', { assessments: [inception('YES')], day: '2026-02-28' }],
		['NOT_YET_DUE NOTHING_DUE', { inceptionDueOn: '2026-08-01' }],
	])('is %s', (expected, over) => {
		const { level, reasons } = requirementOn('LRP5', {
			registers: aRegister([]),
			plan: aPlan(),
			previousOn: null,
			evidence: [],
			assessments: [],
			inceptionDueOn: null,
			rules: localProcess,
			day: '2026-08-01',
			...over,
		})
		expect([level, ...reasons].join(' ')).toBe(expected)
	})
})
