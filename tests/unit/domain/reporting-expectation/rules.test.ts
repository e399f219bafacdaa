import { describe, expect, test } from 'vitest'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import {
	isCovered,
	judgeReporting,
	reportingFacts,
	reportingLevel,
} from '#app/domain/reporting-expectation/rules.ts'
import type { ReportingFacts } from '#app/domain/expectation/view.ts'
import {
	aCheckpoint,
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
	anOrigin,
} from '#tests/factories/plan-record.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

const NONE = { due: 0, onTime: 0, published: 0, consulted: 0 }
const good = {
	due: 2,
	onTime: 2,
	checkpoints: 4,
	covered: 8,
	commitments: 10,
	findingIsDue: true,
	claims: 5,
	claimsWithEvidence: 5,
	assessments: { due: 1, onTime: 1, published: 1, consulted: 1, endIsLate: false },
	reports: { due: 2, published: 2 },
} satisfies ReportingFacts
const { rules } = aRuleSet()

test.each([
	['everything in time, 8 of 10 covered', {}, 'MET'],
	['7 of 10 covered', { covered: 7 }, 'PARTIAL'],
	['self-assessments not recorded here', { assessments: null }, 'PARTIAL'],
	['independent reports not recorded here', { reports: null }, 'PARTIAL'],
	['one of two independent reports missing', { reports: { due: 2, published: 1 } }, 'PARTIAL'],
	['no independent report due yet', { reports: { due: 0, published: 0 } }, 'MET'],
	['no self-assessment due or published', { assessments: { ...good.assessments, ...NONE } }, 'MET'],
	['a self-assessment late', { assessments: { ...good.assessments, onTime: 0 } }, 'PARTIAL'],
	[
		'a self-assessment without its comment window',
		{ assessments: { ...good.assessments, consulted: 0 } },
		'PARTIAL',
	],
	[
		'the last self-assessment far too late',
		{ assessments: { ...good.assessments, endIsLate: true } },
		'NOT_MET',
	],
	[
		'one of two periods and no self-assessment in time',
		{ onTime: 1, assessments: { ...good.assessments, onTime: 0 } },
		'NOT_MET',
	],
	['no period due, the only self-assessment in time', { due: 0, onTime: 0, findingIsDue: false }, 'MET'],
	['two of three in time', { onTime: 1 }, 'PARTIAL'],
	['one of three in time', { onTime: 0 }, 'NOT_MET'],
	['nobody independent looked, and it is due', { covered: 0 }, 'NOT_MET'],
	['nobody independent looked, and it is not due', { covered: 0, findingIsDue: false }, 'PARTIAL'],
	['claims without any evidence', { claimsWithEvidence: 0 }, 'NO_EVIDENCE'],
	[
		'nothing due',
		{ due: 0, onTime: 0, findingIsDue: false, assessments: { ...good.assessments, ...NONE } },
		'NOT_YET_DUE',
	],
	['no reporting calendar here', { checkpoints: 0, due: 0, onTime: 0 }, 'NOT_RECORDED'],
])('%s: %s', (_situation, over, level) => {
	expect(judgeReporting({ ...good, ...over }, rules)[0]).toBe(level)
})

describe('a checkpoint', () => {
	const reported = (publishedOn: string, checkpointCode: string | null = 'B06') =>
		aPlanRecord({
			checkpoints: [aCheckpoint({ dueOn: '2026-06-30' })],
			commitments: [
				aCommitmentRecord({
					milestones: [aMilestoneRecord({ claims: [aClaim({ publishedOn, checkpointCode })] })],
				}),
			],
		})

	test.each([
		['2026-07-14', 0],
		['2026-07-15', 1],
	])('due on 30 June with 14 days of grace, counts as due on %s: %i', (today, due) => {
		expect(reportingFacts(reported('2026-06-01'), today).due).toBe(due)
	})

	test.each([
		['2026-07-14', 'B06', 1, 'the last day of grace'],
		['2026-07-15', 'B06', 0, 'the day after'],
		['2026-06-01', null, 0, 'a claim imported from elsewhere names no checkpoint'],
	])('reported on %s for %s counts %i times: %s', (publishedOn, code, onTime, _because) => {
		expect(reportingFacts(reported(publishedOn, code), '2026-09-01').onTime).toBe(onTime)
	})
})

describe('a commitment is covered by an independent finding of the last twelve months', () => {
	const commitment = (over: Parameters<typeof aCommitmentRecord>[0]) => aCommitmentRecord(over)
	test.each([
		[
			'verified twelve months ago to the day',
			commitment({ verifications: [aVerification({ publishedOn: '2025-08-01' })] }),
			true,
		],
		[
			'verified a day earlier',
			commitment({ verifications: [aVerification({ publishedOn: '2025-07-31' })] }),
			false,
		],
		[
			'verified by somebody interested',
			commitment({ verifications: [aVerification({ independence: 'INTERESTED' })] }),
			false,
		],
		['coded this year', commitment({ codings: [aCoding({ year: 2026 })] }), true],
		['coded last year, maybe before the window', commitment({ codings: [aCoding({ year: 2025 })] }), false],
		[
			'imported this month without a year',
			commitment({ codings: [aCoding({ year: null, publishedOn: '2026-07-20' })] }),
			false,
		],
		['coded for its design only', commitment({ codings: [aCoding({ indicator: 'VERIFIABLE' })] }), false],
	])('%s: %o', (_situation, record, covered) => {
		expect(isCovered(record, '2026-08-01', 12)).toBe(covered)
	})
})

test.each([
	['2026-07-01', false],
	['2026-07-02', true],
])('a plan in force since 1 January must have been looked at by %s: %s', (today, due) => {
	expect(reportingFacts(aPlanRecord(), today).findingIsDue).toBe(due)
})

test('an imported plan without a reporting calendar here is not called unreported', () => {
	const record = aPlanRecord({ checkpoints: [] })
	expect(reportingLevel(record, '2026-12-01')).toMatchObject({
		level: 'NOT_RECORDED',
		reasons: ['NO_CHECKPOINTS_HERE'],
	})
})

test('the five expectations stand in OGP’s order, and three of them are not recorded here', () => {
	expect(expectationLevels(aPlanRecord(), '2026-03-01').map((e) => `${e.code} ${e.level}`)).toEqual([
		'E1_DECLARATION NOT_RECORDED',
		'E2_COMMITMENTS MET',
		'E3_COCREATION NOT_RECORDED',
		'E4_REPORTING NOT_YET_DUE',
		'E5_CONTRIBUTION NOT_RECORDED',
	])
})

describe('a commitment that was withdrawn on 15 July', () => {
	const origin = anOrigin({ version: 2, publishedOn: '2026-07-15' })
	const withdrawn = aCommitmentRecord({ id: 'withdrawn', standing: 'WITHDRAWN', origin })
	const checkpoints = [aCheckpoint(), aCheckpoint({ id: 'b12', code: 'B12', dueOn: '2026-12-31' })]
	const record = aPlanRecord({ checkpoints, commitments: [aCommitmentRecord(), withdrawn] })
	const inputOf = (day: string, code: string) =>
		reportingLevel(record, day).inputs.find((input) => input.code === code)

	test.each([
		['2026-07-14', 2],
		['2026-07-15', 1],
	])('on %s coverage is asked of %i commitments', (day, of) => {
		expect(inputOf(day, 'COVERAGE')).toMatchObject({ of })
	})

	test('owed a report for the period before, and none for the one after', () => {
		expect(inputOf('2026-09-01', 'MILESTONE_REPORTS')).toMatchObject({ of: 2 })
		expect(inputOf('2027-02-01', 'MILESTONE_REPORTS')).toMatchObject({ of: 3 })
	})

	test('is named beside the level, and what it reported in time stays reported', () => {
		const reported = aPlanRecord({
			checkpoints,
			commitments: [
				aCommitmentRecord(),
				{ ...withdrawn, milestones: [aMilestoneRecord({ claims: [aClaim({ publishedOn: '2026-06-30' })] })] },
			],
		})
		expect(reportingLevel(reported, '2026-09-01').leftOut).toMatchObject([{ commitmentId: 'withdrawn' }])
		expect(reportingFacts(reported, '2026-09-01').onTime).toBe(1)
	})

	test('where it was the only one, nobody owes a finding', () => {
		const alone = aPlanRecord({ commitments: [withdrawn] })
		expect(reportingFacts(alone, '2026-07-14').findingIsDue).toBe(true)
		expect(reportingFacts(alone, '2026-07-15').findingIsDue).toBe(false)
	})
})
