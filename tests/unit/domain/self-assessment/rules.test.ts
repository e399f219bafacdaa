import { describe, expect, test } from 'vitest'
import { assessmentOutline } from '#app/domain/assessment-outline/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import {
	TEXT_SECTIONS,
	commentWindow,
	missingParts,
	reasonNotToComment,
	reasonNotToFinalise,
	reportsDue,
	textState,
} from '#app/domain/self-assessment/rules.ts'
import { NOTHING_WRITTEN } from '#app/domain/self-assessment/schema.ts'
import { assessmentModel, modelHash, modelText } from '#app/domain/self-assessment/view.ts'
import {
	aCheckpoint,
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
} from '#tests/factories/plan-record.ts'

test.each([
	['Asia/Jakarta', '2026-07-29T16:59:59Z', true, 'the last minute of its last day in Jakarta is in time'],
	['Asia/Jakarta', '2026-07-29T17:00:00Z', false, 'the first minute of the next day is not'],
	['Asia/Makassar', '2026-07-29T15:59:59Z', true, 'in Makassar the last minute comes an hour earlier'],
	['Asia/Makassar', '2026-07-29T16:00:00Z', false, 'and so does the end'],
	['Asia/Jayapura', '2026-07-29T15:00:00Z', false, 'in Jayapura the window is over two hours before Jakarta'],
])('in %s at %s a comment is taken: %s, because %s', (zone, at, isTaken) => {
	const { closesOn } = commentWindow('2026-07-15', 14)
	const today = dayIn(zone, new Date(at))
	const standing = { stage: 'COMMENT', commentClosesOn: closesOn } as const
	expect(reasonNotToComment(standing, today) === null).toBe(isTaken)
	expect(reasonNotToFinalise(standing, 0, today)).toBe(isTaken ? 'window_open' : null)
})

test.each([
	['was never open for comment', null, 0, '2026-08-01', 'comment_not_opened'],
	['is open today', '2026-08-01', 0, '2026-08-01', 'window_open'],
	['is open, with comments to answer', '2026-08-01', 2, '2026-08-01', 'window_open'],
	['has one comment without an answer', '2026-07-31', 1, '2026-08-01', 'comments_unanswered'],
	['has no comment at all', '2026-07-31', 0, '2026-08-01', null],
])(
	'a self-assessment that %s becomes final or says why not',
	(_what, closesOn, unanswered, today, reason) => {
		const newest = closesOn === null ? null : ({ stage: 'COMMENT', commentClosesOn: closesOn } as const)
		expect(reasonNotToFinalise(newest, unanswered, today)).toBe(reason)
	},
)

test('a final self-assessment takes no comment, also while its days last', () => {
	const final = { stage: 'FINAL', commentClosesOn: '2026-08-01' } as const
	expect(reasonNotToComment(final, '2026-07-20')).toBe('comments_closed')
})

test.each([
	['both languages', 'a', 'b', false, 'DONE'],
	['one language, said to be the only one', 'a', null, true, 'DONE'],
	['one language, and nothing said', null, 'b', false, 'TO_TRANSLATE'],
	['no language, whatever is said', null, null, true, 'TO_WRITE'],
])('a text in %s', (_what, en, id, notTranslated, state) => {
	expect(textState({ en, id, notTranslated })).toBe(state)
})

const HEAD = {
	assessmentKind: 'MID_TERM',
	stage: 'COMMENT',
	asOfOn: '2026-07-15',
	commentOpensOn: '2026-07-15',
	commentClosesOn: '2026-07-29',
	comments: null,
} as const

describe('a plan of one commitment', () => {
	const checkpoints = [
		aCheckpoint({ code: 'B03', opensOn: '2026-03-01', dueOn: '2026-03-31' }),
		aCheckpoint({ code: 'B06', opensOn: '2026-06-01', dueOn: '2026-06-30' }),
	]
	const silent = aMilestoneRecord({ id: 'm2', startsOn: '2026-01-01', claims: [] })
	const record = aPlanRecord({
		checkpoints,
		commitments: [
			aCommitmentRecord({
				id: 'k1',
				leadInstitution: 'Dinas Kominfo',
				milestones: [
					aMilestoneRecord({
						id: 'm1',
						startsOn: '2026-01-01',
						claims: [
							aClaim({ checkpointCode: 'B06', isNil: true, level: 'NOT_STARTED' }),
							aClaim({ checkpointCode: 'B03', level: 'LIMITED' }),
						],
					}),
					silent,
				],
			}),
		],
	})
	const sources = { record, responsible: [], claimDates: new Map() }

	test.each([
		['2026-03-31', 0, 0, 'on the day it is due, a report is not missing'],
		['2026-04-01', 2, 1, 'the day after, it is'],
		['2026-07-15', 4, 2, 'a nil report is a report'],
	])('on %s, %i reports were due and %i filed, because %s', (today, expected, filed) => {
		expect(reportsDue(record, [], today)).toMatchObject({ expected, filed })
	})

	test('names who was silent by the name in the plan where no institution has an account', () => {
		expect(reportsDue(record, [], '2026-07-15').missed).toEqual(
			['B03', 'B06'].map((checkpointCode) => ({
				checkpointCode,
				dueOn: checkpoints.find((one) => one.code === checkpointCode)?.dueOn,
				institution: { en: 'Dinas Kominfo', id: 'Dinas Kominfo' },
				milestones: [{ commitmentId: 'k1', milestoneId: 'm2', number: silent.number, title: silent.title }],
			})),
		)
	})

	test.each([
		['WITHDRAWN', ['k1'], 'it stays a promise'],
		['MERGED', [], 'it is assessed as what it became'],
	] as const)('that is %s is listed as %j, and owes no report, because %s', (standing, listed, _why) => {
		const ended = { ...record, commitments: record.commitments.map((one) => ({ ...one, standing })) }
		const model = assessmentModel({ ...sources, record: ended }, NOTHING_WRITTEN, HEAD)
		expect(model.commitments.map(({ id }) => id)).toEqual(listed)
		expect(model.reports.expected).toBe(0)
	})

	test('has everything still to write but what is optional', () => {
		const missing = missingParts(assessmentModel(sources, NOTHING_WRITTEN, HEAD))
		expect(missing.map((line) => (line.part === 'TEXT' ? line.section : line.part))).toEqual([
			...TEXT_SECTIONS.slice(0, 4),
			'RECOMMENDATIONS',
			'COMMITMENT',
			'PEER_EXCHANGE',
			'LESSONS',
			'NEXT_STEPS',
		])
	})

	test('gives the same bytes whatever the order in which it was written', () => {
		const one = { en: 'One', id: 'Satu', notTranslated: false }
		const two = { en: 'Two', id: 'Dua', notTranslated: false }
		const texts = [
			{ INTRODUCTION: one, LESSONS: two },
			{ LESSONS: two, INTRODUCTION: one },
		]
		const hashes = texts.map((given) =>
			modelHash(modelText(assessmentModel(sources, { ...NOTHING_WRITTEN, texts: given }, HEAD))),
		)
		expect(new Set(hashes).size).toBe(1)
	})

	test('is laid out in the order of the outline, without what is optional and left out', () => {
		const outline = assessmentOutline(assessmentModel(sources, NOTHING_WRITTEN, HEAD))
		expect(outline.map(({ number, heading, parts }) => [number, heading, parts.length])).toEqual([
			['1', 'self-assessment.section.INTRODUCTION', 0],
			['2', 'self-assessment.group.PROCESS', 3],
			['3', 'self-assessment.group.RECOMMENDATIONS', 0],
			['4', 'self-assessment.group.COMMITMENTS', 1],
			['5', 'self-assessment.section.PEER_EXCHANGE', 0],
			['6', 'self-assessment.group.CONCLUSION', 3],
		])
	})
})
