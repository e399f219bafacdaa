import { describe, expect, test } from 'vitest'
import type { CocreationFacts } from '#app/domain/cocreation-window/rules.ts'
import { codesOf, requirementOn, requirementsWithoutPlan } from '#app/domain/cocreation-requirement/rules.ts'
import type { RequirementCode } from '#app/domain/cocreation-requirement/view.ts'
import { aPlan } from '#tests/factories/plan-record.ts'
import {
	aCompleteRegister,
	aConsultation,
	aDocument,
	aForum,
	aMeeting,
	aPlanEndorsement,
	aRegister,
	aSiteCheck,
	aTimeline,
	anOutreach,
	localProcess,
	nationalProcess,
	someCounts,
} from '#tests/factories/member-registers.ts'
import type { Act } from '#tests/factories/member-registers.ts'

const complete = [aCompleteRegister('COCREATION'), aCompleteRegister('CONSULTATION')]

/** A plan of 2026 and 2027, handed in on 10 January 2026, that was made from 1 July 2025 on. */
function facts(acts: readonly Act[], over: Partial<CocreationFacts> = {}): CocreationFacts {
	return {
		registers: aRegister(acts),
		plan: aPlan(),
		previousOn: '2025-07-01',
		evidence: [],
		assessments: [],
		inceptionDueOn: null,
		rules: nationalProcess,
		day: '2026-08-01',
		...over,
	}
}

function levelOf(code: RequirementCode, acts: readonly Act[], over: Partial<CocreationFacts> = {}) {
	const { level, reasons } = requirementOn(code, facts(acts, over))
	return [level, ...reasons].join(' ')
}

type Row = [expected: string, acts: readonly Act[], over?: Partial<CocreationFacts>]

const inMaking = (meetsOn: string, over = {}) => aMeeting(meetsOn, { phase: 'CO_CREATION', ...over })
const regular = ['2025-10-01', '2026-03-01', '2026-07-20'].map((day) => aMeeting(day))
const bare = { minutesUrl: undefined }

describe('1.1, a forum that meets', () => {
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', regular, { day: '2025-12-30' }],
		['MET MEETINGS_REGULAR', [aForum(), ...regular]],
		['PARTIAL RULES_NOT_PUBLIC', regular],
		[
			'PARTIAL SECTOR_MISSING',
			[aForum(), ...regular.slice(1), aMeeting('2025-10-01', { attendance: { GOV: 3 } })],
		],
		['NOT_MET MEETING_GAP', [aForum(), ...regular.slice(1), ...complete]],
		['NOT_RECORDED NOT_RECORDED_HERE', [aForum(), ...regular.slice(1)]],
		['NO_EVIDENCE MEETINGS_WITHOUT_MINUTES', [aForum(), ...regular.slice(1), aMeeting('2025-10-01', bare)]],
		['NOT_RECORDED PLAN_PERIOD_UNKNOWN', regular, { previousOn: null, plan: aPlan({ startsOn: null }) }],
		['MET MEETINGS_REGULAR', [aForum(), ...regular, aMeeting('2026-05-01', bare)]],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR1_1', acts, over)).toBe(expected)
	})
	test('exactly 183 days between two meetings are no gap, 184 are', () => {
		const plan = aPlan({ startsOn: '2026-01-01' })
		const over = { previousOn: null, plan, day: '2026-07-10' }
		expect(levelOf('MR1_1', [aForum(), aMeeting('2026-07-03'), ...complete], over)).toBe(
			'MET MEETINGS_REGULAR',
		)
		expect(levelOf('MR1_1', [aForum(), aMeeting('2026-07-04'), ...complete], over)).toBe(
			'NOT_MET MEETING_GAP',
		)
	})
	test('the next meeting is due 183 days after the last one', () => {
		expect(requirementOn('MR1_1', facts([aForum(), ...regular])).nextDueOn).toBe('2027-01-19')
	})
})

describe('2.1, a website that is kept', () => {
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [], { day: '2025-06-30' }],
		['MET SITE_FRESH', [aSiteCheck('2026-07-01', { updatedOn: '2026-01-30' })]],
		['PARTIAL SITE_STALE', [aSiteCheck('2026-07-01', { updatedOn: '2026-01-29' })]],
		['PARTIAL SITE_NEEDS_LOGIN', [aSiteCheck('2026-07-01', { needsLogin: true })]],
		['PARTIAL SITE_DATE_UNKNOWN', [aSiteCheck('2026-07-01', { updatedOn: undefined })]],
		['NOT_MET SITE_OLD', [aSiteCheck('2026-07-01', { updatedOn: '2025-06-01' })]],
		['NOT_RECORDED SITE_NOT_CHECKED', [aSiteCheck('2025-06-02', { updatedOn: '2025-06-01' })]],
		['NOT_MET SITE_UNREACHABLE', [aSiteCheck('2026-07-01', { isReachable: false })]],
		['NOT_RECORDED SITE_NOT_CHECKED', []],
		['NO_EVIDENCE SITE_NOT_CHECKED', complete],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR2_1', acts, over)).toBe(expected)
	})
	test('a local site that is 123 days old is stale, a national one is not', () => {
		const acts = [aSiteCheck('2026-07-01', { updatedOn: '2026-03-31' })]
		expect(levelOf('LRP1', acts, { rules: localProcess })).toBe('PARTIAL SITE_STALE')
		expect(levelOf('MR2_1', acts)).toBe('MET SITE_FRESH')
	})
})

describe('2.2, a repository that is kept', () => {
	const day = '2027-02-01'
	const both = [aDocument('2026-05-01'), aDocument('2026-11-01')]
	const seen = [{ commitmentId: 'commitment-1', days: ['2026-11-01'] }]
	const unseen = [{ commitmentId: 'commitment-1', days: ['2026-01-31'] }]
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', both, { day: '2026-07-02' }],
		['MET REPOSITORY_FRESH', both, { day, evidence: seen }],
		[
			'MET REPOSITORY_FRESH',
			[...both, aDocument('2026-12-01', { commitmentId: 'commitment-1' })],
			{ day, evidence: unseen },
		],
		['PARTIAL COMMITMENTS_WITHOUT_EVIDENCE', both, { day, evidence: unseen }],
		['PARTIAL REPOSITORY_HALF_MISSING', both.slice(1), { day, evidence: seen }],
		['NOT_MET REPOSITORY_GAP', [...both.slice(0, 1), ...complete], { day }],
		['NOT_RECORDED NOT_RECORDED_HERE', both.slice(0, 1), { day }],
		['NO_EVIDENCE REPOSITORY_EMPTY', [aDocument('2026-11-01', { url: undefined })], { day }],
		['NO_EVIDENCE REPOSITORY_EMPTY', [aDocument('2026-11-01', { infoClass: 'DIKECUALIKAN' })], { day }],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR2_2', acts, over)).toBe(expected)
	})
})

describe('3.1, a timeline in time', () => {
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [aTimeline()], { day: '2025-06-30' }],
		['MET TIMELINE_IN_TIME', [aTimeline({ publishedOn: '2025-06-17' })]],
		['PARTIAL TIMELINE_SHORT_NOTICE', [aTimeline({ publishedOn: '2025-06-18' })]],
		['NOT_MET TIMELINE_LATE', [aTimeline({ publishedOn: '2025-07-02' })]],
		['NO_EVIDENCE TIMELINE_WITHOUT_LINK', [aTimeline({ url: undefined })]],
		['NOT_MET TIMELINE_MISSING', complete],
		['NOT_RECORDED NOT_RECORDED_HERE', []],
		['NOT_RECORDED NOT_RECORDED_HERE', complete, { previousOn: null }],
		['NOT_RECORDED NOT_RECORDED_HERE', [aTimeline({ planId: 'another-plan' })]],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR3_1', acts, over)).toBe(expected)
	})
})

describe('3.2, outreach before input closes', () => {
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [aConsultation()], { day: '2025-09-29' }],
		['MET OUTREACH_BROAD', [aConsultation(), anOutreach('2025-09-30')]],
		['PARTIAL OUTREACH_NARROW', [aConsultation(), anOutreach('2025-08-01', { audiences: ['CSO'] })]],
		['NOT_RECORDED NOT_RECORDED_HERE', [aConsultation(), anOutreach('2025-10-01')]],
		['NOT_MET OUTREACH_MISSING', [aConsultation(), anOutreach('2025-10-01'), ...complete]],
		['NO_EVIDENCE OUTREACH_WITHOUT_LINK', [anOutreach('2025-08-01', { url: undefined })]],
		['NOT_RECORDED SUBMISSION_UNKNOWN', [], { plan: aPlan({ submittedOn: null }) }],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR3_2', acts, over)).toBe(expected)
	})
})

describe('3.3, a way to give input', () => {
	const given = { registers: aRegister([aConsultation({}, 'c-1')], { 'c-1': someCounts() }) }
	const short = aConsultation({ closesOn: '2025-09-14' }, 'c-1')
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [], { ...given, day: '2026-01-09' }],
		['MET INPUT_OPEN_LONG_ENOUGH', [], given],
		['PARTIAL INPUT_OPEN_SHORT', [], { registers: aRegister([short], { 'c-1': someCounts() }) }],
		['PARTIAL INPUT_NOT_PUBLISHED', [aConsultation()]],
		['NOT_MET INPUT_MISSING', complete],
		['NOT_RECORDED NOT_RECORDED_HERE', []],
		['NO_EVIDENCE INPUT_WITHOUT_LINK', [aConsultation({ takesForms: false })]],
		['NOT_RECORDED SUBMISSION_UNKNOWN', [], { plan: aPlan({ submittedOn: null }) }],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR3_3', acts, over)).toBe(expected)
	})
})

describe('4.1, a reasoned answer to everything', () => {
	const answers = (over: Parameters<typeof someCounts>[0]) => ({
		registers: aRegister([aConsultation({}, 'c-1'), ...complete], { 'c-1': someCounts(over) }),
	})
	const none = { answered: 0, lastAnsweredOn: null }
	const response = aDocument('2026-01-05', { requirement: 'MR4_1', planId: 'plan-example' })
	const closed = aDocument('2026-01-05', { requirement: 'MR4_1', planId: 'plan-example', url: undefined })
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [], { ...answers({}), day: '2026-01-09' }],
		['MET ANSWERS_COMPLETE', [], answers({ lastAnsweredOn: '2026-01-10' })],
		['MET ANSWERS_COMPLETE', [], answers({ answered: 9, hidden: 1 })],
		['PARTIAL ANSWERS_LATE', [], answers({ lastAnsweredOn: '2026-01-11' })],
		['PARTIAL ANSWERS_INCOMPLETE', [], answers({ answered: 9 })],
		['PARTIAL ANSWERS_INCOMPLETE', [response]],
		['NOT_YET_DUE NOTHING_DUE', [], { ...answers(none), day: '2026-02-09' }],
		['NOT_MET ANSWERS_MISSING', [], { ...answers(none), day: '2026-02-10' }],
		['NOT_RECORDED NOT_RECORDED_HERE', [aConsultation()]],
		['NO_EVIDENCE ANSWERS_WITHOUT_DOCUMENT', [closed]],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR4_1', acts, over)).toBe(expected)
	})
})

describe('5.1, meetings on results', () => {
	const [spring, autumn] = [aMeeting('2026-03-01'), aMeeting('2026-10-01')]
	const year = { day: '2027-02-01' }
	test.each<Row>([
		['NOT_YET_DUE NOTHING_DUE', [spring], { day: '2026-08-31' }],
		['MET RESULT_MEETINGS_HELD', [spring], { day: '2026-09-01' }],
		['PARTIAL RESULT_MEETINGS_FEW', complete, { day: '2026-09-01' }],
		['MET RESULT_MEETINGS_HELD', [spring, autumn], year],
		['PARTIAL RESULT_MEETINGS_FEW', [spring], year],
		['NOT_MET RESULT_MEETINGS_MISSING', complete, year],
		['NOT_RECORDED NOT_RECORDED_HERE', [], year],
		['NO_EVIDENCE RESULT_MEETINGS_WITHOUT_MINUTES', [aMeeting('2026-03-01', bare)], year],
		[
			'NOT_MET RESULT_MEETINGS_MISSING',
			[aMeeting('2026-03-01', { collectsComments: false }), ...complete],
			year,
		],
		['PARTIAL RESULT_MEETINGS_FEW', [spring, autumn, ...complete], { day: '2027-09-01' }],
	])('is %s', (expected, acts, over) => {
		expect(levelOf('MR5_1', acts, over)).toBe(expected)
	})
})

describe('the forum of a local member', () => {
	test.each<[RequirementCode, ...Row]>([
		['LMR1', 'MET FORUM_DOCUMENTED', [aForum()]],
		['LMR1', 'NO_EVIDENCE FORUM_UNDOCUMENTED', [aForum({ rulesUrl: undefined })]],
		['LMR1', 'NOT_MET FORUM_MISSING', complete],
		['LMR1', 'NOT_RECORDED NOT_RECORDED_HERE', []],
		['LMR1', 'NOT_YET_DUE NOTHING_DUE', [aForum()], { day: '2026-01-09' }],
		['LMR2', 'MET FORUM_MULTISTAKEHOLDER', [aForum()]],
		['LMR2', 'NOT_MET FORUM_ONE_SIDED', [aForum({ members: [{ name: 'Bappeda', sector: 'GOV' }] })]],
		['LMR2', 'NOT_RECORDED FORUM_MEMBERS_UNKNOWN', [aForum({ members: [] })]],
		['LMR2', 'NOT_MET FORUM_MISSING', complete],
	])('%s is %s', (code, expected, acts, over) => {
		expect(levelOf(code, acts, over)).toBe(expected)
	})
})

describe('the making of a local plan', () => {
	const locally = (over: Partial<CocreationFacts> = {}) => ({ ...over, rules: localProcess })
	const sent = (documentsSentOn: string) => inMaking('2025-10-08', { documentsSentOn })
	test.each<[RequirementCode, ...Row]>([
		['LMR3', 'MET MEETING_HELD', [inMaking('2026-01-10')]],
		['LMR3', 'NOT_RECORDED NOT_RECORDED_HERE', [inMaking('2026-01-11')]],
		['LMR3', 'NO_EVIDENCE MEETINGS_WITHOUT_MINUTES', [inMaking('2025-10-01', bare)]],
		['LMR3', 'NOT_MET MEETING_MISSING', [aMeeting('2025-10-01'), ...complete]],
		['LMR3', 'NOT_YET_DUE NOTHING_DUE', [], { day: '2026-01-09' }],
		['LMR4', 'MET PLAN_ENDORSED', [aPlanEndorsement('2026-01-10')]],
		['LMR4', 'NOT_MET PLAN_NOT_ENDORSED', [aPlanEndorsement('2026-01-11'), ...complete]],
		['LMR4', 'NOT_RECORDED NOT_RECORDED_HERE', []],
		['LRP2', 'MET DOCUMENTS_SENT', [sent('2025-10-01')]],
		['LRP2', 'PARTIAL DOCUMENTS_SENT_PARTLY', [sent('2025-10-01'), sent('2025-10-02')]],
		['LRP2', 'NOT_MET DOCUMENTS_NOT_SENT', [sent('2025-10-02')]],
		['LRP2', 'NOT_RECORDED NOT_RECORDED_HERE', [inMaking('2025-10-08')]],
		['LRP3', 'MET OPEN_TO_PUBLIC', [inMaking('2025-10-08')]],
		['LRP3', 'MET OPEN_TO_PUBLIC', [aForum()]],
		['LRP3', 'NOT_MET CLOSED_TO_PUBLIC', [aForum({ isOpenCall: false }), ...complete]],
		[
			'LRP4',
			'MET ANSWERS_PUBLISHED',
			[aDocument('2026-01-20', { requirement: 'LRP4', planId: 'plan-example' })],
		],
		['LRP4', 'NOT_MET ANSWERS_MISSING', complete],
		['LRP4', 'NOT_RECORDED NOT_RECORDED_HERE', []],
	])('%s is %s', (code, expected, acts, over) => {
		expect(levelOf(code, acts, locally(over))).toBe(expected)
	})
})

test('a national member has eight requirements, a local one four and six recommended ones', () => {
	expect(codesOf('NATIONAL')).toHaveLength(8)
	expect(codesOf('LOCAL')).toHaveLength(10)
	expect(new Set(requirementsWithoutPlan('LOCAL').map(({ level }) => level))).toEqual(
		new Set(['NOT_RECORDED']),
	)
})
