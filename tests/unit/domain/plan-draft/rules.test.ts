import { describe, expect, test } from 'vitest'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { draftProblems, draftWarnings, monthsOf } from '#app/domain/plan-draft/rules.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft } from '#tests/factories/plan-draft.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

const TODAY = '2026-07-15'
const NATIONAL = { ruleSet: aRuleSet(), cycle: NATIONAL_CYCLE }
const LOCAL = { ruleSet: aRuleSet({ track: 'LOCAL' }), cycle: LOCAL_CYCLE }
const OVER = [{ closesOn: '2026-07-14' }]

const plan = (text: Partial<DraftedPlan['text']>) => aPlanDraft({ text: { ...aPlanDraft().text, ...text } })
const commitment = (...given: Parameters<typeof aCommitmentDraft>) =>
	aPlanDraft({ commitments: [aCommitmentDraft(...given)] })
const milestone = (...given: Parameters<typeof aMilestoneDraft>) =>
	commitment({}, { milestones: [aMilestoneDraft(...given)] })
const problemsOf = (given: DraftedPlan, consultations = OVER) =>
	draftProblems(given, consultations, TODAY).map(({ code }) => code)
const warningsOf = (given: DraftedPlan, rules: typeof NATIONAL = NATIONAL, consultations = OVER) =>
	draftWarnings(given, rules, consultations)
		.map(({ code }) => code)
		.filter((code) => code !== 'FEW_COMMITMENTS')

describe('what keeps a plan back', () => {
	test.each([
		['nothing, when nothing is missing', aPlanDraft(), []],
		['a title in one language is enough', plan({ titleEn: null }), []],
		['no title in either', plan({ titleEn: null, titleId: null }), ['PLAN_TITLE']],
		['no last day', plan({ endsOn: null }), ['PLAN_DATES']],
		['an end before the start', plan({ endsOn: '2026-12-31' }), ['PLAN_ORDER']],
		['an end on the day of the start', plan({ endsOn: '2027-01-01' }), []],
		['no commitment', aPlanDraft({ commitments: [] }), ['NO_COMMITMENTS']],
		['a commitment without a title', commitment({ titleEn: null, titleId: null }), ['TITLE']],
		['without a problem', commitment({ problemId: null }), ['PROBLEM']],
		['without a baseline', commitment({ baselineId: null }), ['BASELINE']],
		['without an action', commitment({ descriptionId: null }), ['ACTION']],
		['without a contribution', commitment({ contributionId: null }), ['CONTRIBUTION']],
		['without an institution that leads', commitment({}, { leadId: null }), ['LEAD']],
		['without a policy area', commitment({ policyAreas: [] }), ['POLICY_AREA']],
		['without a milestone', commitment({}, { milestones: [] }), ['NO_MILESTONES']],
		[
			'a value without a word',
			commitment({ ogpValues: [{ code: 'TRANSPARENCY', justification: null }] }),
			['PRIMARY_VALUE'],
		],
		[
			'technology alone',
			commitment({ ogpValues: [{ code: 'TECHNOLOGY', justification: 'Aplikasi.' }] }),
			['PRIMARY_VALUE'],
		],
		['a commitment that ends before it starts', commitment({ endsOn: '2026-01-01' }), ['COMMITMENT_ORDER']],
		['a milestone without an activity', milestone({ titleId: null, titleEn: null }), ['MILESTONE_TITLE']],
		['a milestone that ends before it starts', milestone({ endsOn: '2026-12-31' }), ['MILESTONE_ORDER']],
		['a milestone without an end does not', milestone({ endsOn: null }), []],
	])('%s', (_what, given, codes) => {
		expect(problemsOf(given)).toEqual(codes)
	})

	test.each([
		['2026-07-14', [], 'the day after its last day'],
		['2026-07-15', ['CONSULTATION_OPEN'], 'on its last day'],
	])('a consultation until %s: %j, %s', (closesOn, codes, _why) => {
		expect(problemsOf(aPlanDraft(), [{ closesOn }])).toEqual(codes)
	})
})

describe('what is worth a second look', () => {
	test.each([
		['nothing, when nothing is missing', aPlanDraft(), []],
		['a commitment without an end', commitment({ endsOn: null }), ['COMMITMENT_NO_END']],
		['without any institution', commitment({ leadInstitution: null }, { leadId: null }), ['NO_INSTITUTION']],
		['without a baseline', commitment({ baselineId: null }), ['NO_BASELINE']],
		[
			'technology alone',
			commitment({ ogpValues: [{ code: 'TECHNOLOGY', justification: 'Aplikasi.' }] }),
			['ONLY_SECONDARY_VALUES'],
		],
		['no value at all says that elsewhere', commitment({ ogpValues: [] }), []],
		['a milestone without an end', milestone({ endsOn: null }), ['MILESTONE_NO_END']],
		['without a deliverable', milestone({ deliverableId: null }), ['NO_DELIVERABLE']],
		['without a way to verify it', milestone({ protocol: null }), ['NO_PROTOCOL']],
		[
			'with a way that does not say what would count',
			milestone({
				protocol: { whatEn: null, whatId: null, whereEn: null, whereId: 'Laman', who: null, byOn: null },
			}),
			['NO_PROTOCOL'],
		],
		[
			'a milestone that ends after its commitment',
			milestone({ endsOn: '2029-01-01' }),
			['MILESTONE_OUTSIDE_COMMITMENT'],
		],
		['a commitment after the plan', commitment({ endsOn: '2029-01-01' }), ['COMMITMENT_OUTSIDE_PLAN']],
		[
			'one that goes on with an earlier one may',
			commitment({ startsOn: '2026-01-01', carriedOverFrom: 'k1' }),
			[],
		],
	])('%s', (_what, given, codes) => {
		expect(warningsOf(given)).toEqual(codes)
	})

	test('a milestone that nobody answers for, where its commitment has no lead either', () => {
		const given = commitment({}, { leadId: null, milestones: [aMilestoneDraft({ responsible: null })] })
		expect(warningsOf(given)).toEqual(['NO_INSTITUTION', 'NO_RESPONSIBLE'])
	})

	test('a text that nobody could comment on', () => {
		expect(warningsOf(aPlanDraft(), NATIONAL, [])).toEqual(['NO_CONSULTATION'])
	})

	test.each([
		[4, ['FEW_COMMITMENTS']],
		[5, []],
		[15, []],
		[16, ['MANY_COMMITMENTS']],
		[20, ['MANY_COMMITMENTS']],
		[21, ['TOO_MANY_COMMITMENTS']],
	])('%i commitments: %j', (count, codes) => {
		const commitments = Array.from({ length: count }, (_, at) =>
			aCommitmentDraft({}, { id: `c${String(at)}` }),
		)
		const found = draftWarnings(aPlanDraft({ commitments }), NATIONAL, OVER)
		expect(found.map(({ code }) => code)).toEqual(codes)
	})

	test.each([
		['2028-12-31', [], 'two years'],
		['2028-10-31', [], 'two months less'],
		['2028-09-30', ['PLAN_LENGTH'], 'three months less'],
		['2029-02-28', [], 'two months more'],
		['2029-03-31', ['PLAN_LENGTH'], 'three months more'],
		['2030-12-31', [], 'four years'],
	])('a national plan until %s: %j, %s', (endsOn, codes, _why) => {
		expect(warningsOf({ ...plan({ endsOn }), commitments: [] })).toEqual(codes)
	})

	test.each([
		[null, ['ADMINISTRATION_UNKNOWN'], 'its end is not known'],
		['2028-12-30', ['PLAN_AFTER_ADMINISTRATION'], 'it ends a day earlier'],
		['2028-12-31', ['ADMINISTRATION_MARGIN'], 'it ends on the same day'],
		['2029-06-29', ['ADMINISTRATION_MARGIN'], 'it ends less than six months later'],
		['2029-06-30', [], 'it ends six months later'],
	])('a local plan under an administration until %s: %j, %s', (administrationEndsOn, codes, _why) => {
		expect(warningsOf(plan({ administrationEndsOn }), LOCAL)).toEqual(codes)
	})

	test('the length of a local plan is its own', () => {
		expect(warningsOf({ ...plan({ endsOn: '2028-03-31' }), commitments: [] }, LOCAL)).toEqual([])
	})
})

test.each([
	['2027-01-01', '2028-12-31', 24],
	['2027-01-31', '2027-02-28', 1],
	['2027-01-01', '2027-01-15', 0],
	['2027-01-01', '2027-01-20', 1],
	['2027-01-01', '2026-12-31', null],
])('from %s to %s are %s months', (startsOn, endsOn, months) => {
	expect(monthsOf({ startsOn, endsOn })).toBe(months)
})
