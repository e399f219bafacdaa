import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import { divergenceLines, isFound, linesMatching, summaryOf } from '#app/domain/divergence-list/rules.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'
import {
	aCheckpoint,
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const TODAY = '2026-11-22'
const B03 = aCheckpoint({ id: 'b03', code: 'B03', opensOn: '2026-03-01', dueOn: '2026-04-01' })
const B06 = aCheckpoint({ id: 'b06', code: 'B06', opensOn: '2026-06-01', dueOn: '2026-07-01' })
const B09 = aCheckpoint({ id: 'b09', code: 'B09', opensOn: '2026-12-01', dueOn: '2027-01-01' })

const looked = aCommitmentRecord({
	id: 'looked',
	number: '2',
	milestones: [
		aMilestoneRecord({
			claims: [
				aClaim({ recordId: 'c6', checkpointCode: 'B06', level: 'COMPLETE', publishedOn: '2026-07-01' }),
				aClaim({ recordId: 'c3', checkpointCode: 'B03', level: 'LIMITED', publishedOn: '2026-04-01' }),
			],
			verifications: [
				aVerification({
					recordId: 'v6',
					checkpointCode: 'B06',
					level: 'LIMITED',
					outcome: 'NOT_CONFIRMED',
					publishedOn: '2026-07-20',
				}),
				aVerification({
					recordId: 'v3',
					checkpointCode: 'B03',
					level: 'LIMITED',
					outcome: 'CONFIRMED',
					publishedOn: '2026-04-20',
				}),
			],
		}),
	],
})
const unseen = aCommitmentRecord({ id: 'unseen', number: '1' })
const record = aPlanRecord({ checkpoints: [B03, B06, B09], commitments: [unseen, looked] })

test('as it stands there is a line where somebody independent looked, and the summary says what is left out', () => {
	const all = divergenceLines(record, {}, TODAY)
	const shown = linesMatching(all, {})
	expect(shown.map((line) => [line.commitmentId, line.judgements.divergence.steps])).toEqual([['looked', 2]])
	expect(summaryOf(all, shown)).toMatchObject({
		shown: 1,
		of: 2,
		coverage: { count: 1, of: 2 },
		counts: { GOVERNMENT_HIGHER: 1, UNVERIFIED: 0 },
	})
})

test('a commitment that goes on as others keeps its line where somebody judged it, and is not counted twice', () => {
	const split = { ...looked, standing: 'SPLIT' as const }
	const merged = aCommitmentRecord({ id: 'merged', number: '3', standing: 'MERGED' })
	const all = divergenceLines(aPlanRecord({ commitments: [unseen, split, merged] }), {}, TODAY)
	const shown = linesMatching(all, {})
	expect(shown.map((line) => [line.commitmentId, line.standing])).toEqual([['looked', 'SPLIT']])
	expect(summaryOf(all, shown)).toMatchObject({ shown: 1, of: 2, coverage: { count: 0, of: 1 } })
})

test('at each checkpoint that has opened, only what was said by then counts', () => {
	const lines = linesMatching(divergenceLines(record, { checkpoint: 'all' }, TODAY), {})
	expect(lines.map((line) => [line.checkpoint?.code, line.judgements.divergence.state])).toEqual([
		['B06', 'GOVERNMENT_HIGHER'],
		['B03', 'AGREES'],
	])
})

test('a line says how old its finding is, and when a claim was last confirmed', () => {
	const [line] = linesMatching(divergenceLines(record, {}, TODAY), {})
	expect(line).toMatchObject({
		foundOn: '2026-07-20',
		ageDays: 125,
		confirmedOn: '2026-04-20',
		coverage: { count: 1, of: 1 },
		independent: 1,
		notCounted: 0,
	})
})

const taken: DecisionView = {
	recordId: 'd',
	version: 1,
	finding: { recordId: 'v', version: 1 },
	reply: null,
	decision: 'WITHDRAWN',
	changedToVersion: null,
	reason: { en: 'We were wrong.', id: null },
	publishedOn: '2026-08-01',
	ledgerIndex: 99,
}

describe('of the findings on a milestone', () => {
	const claims = [aClaim({ level: 'COMPLETE' })]
	test.each([
		['one that its author took back', { thread: { dueOn: null, replies: [], decisions: [taken] } }],
		['one of a co-leading organization', { independence: 'INTERESTED', level: 'COMPLETE' }],
	] as const)('%s moves no independent figure', (_which, over) => {
		const left = aMilestoneRecord({ claims, verifications: [aVerification(over)] })
		expect(judgementsOfMilestone(left)).toEqual(
			judgementsOfMilestone(aMilestoneRecord({ claims, verifications: [] })),
		)
		const lines = divergenceLines(
			aPlanRecord({ commitments: [aCommitmentRecord({ milestones: [left] })] }),
			{},
			TODAY,
		)
		expect(linesMatching(lines, {})).toEqual([])
		expect(lines[0]).toMatchObject({ independent: 0, notCounted: 1, coverage: { count: 0 } })
	})

	test('several are shown with how far they are apart; their median is only a summary', () => {
		const verifications = (['LIMITED', 'COMPLETE', 'SUBSTANTIAL'] as const).map((level, at) =>
			aVerification({ recordId: level, organizationId: `cso-${String(at)}`, level }),
		)
		expect(judgementsOfMilestone(aMilestoneRecord({ claims, verifications })).verified).toMatchObject({
			level: 'SUBSTANTIAL',
			spread: { lowest: 'LIMITED', highest: 'COMPLETE', count: 3 },
		})
	})
})

test('the same records give the same list, in whatever order they are stored', () => {
	const level = fc.constantFrom(...COMPLETION_LEVELS)
	const commitments = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), level, level), {
		selector: ([number]) => number,
		maxLength: 12,
	})
	fc.assert(
		fc.property(
			commitments.chain((list) =>
				fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
			),
			([list, shuffled]) => {
				expect(idsOf(shuffled)).toEqual(idsOf(list))
				expect(idsOf(list).length).toBe(list.length)
			},
		),
		{ numRuns: 60 },
	)
})

type Judged = readonly [
	number: number,
	claimed: (typeof COMPLETION_LEVELS)[number],
	found: (typeof COMPLETION_LEVELS)[number],
]

function idsOf(judged: readonly Judged[]): readonly string[] {
	const commitments = judged.map(([number, claimed, found]) =>
		aCommitmentRecord({
			id: `c${String(number)}`,
			number: String(number),
			milestones: [
				aMilestoneRecord({
					claims: [aClaim({ level: claimed === 'NO_EVIDENCE' ? 'NOT_STARTED' : claimed })],
					verifications: [aVerification({ level: found })],
				}),
			],
		}),
	)
	const lines = linesMatching(divergenceLines(aPlanRecord({ commitments }), {}, TODAY), {})
	expect(lines.every(isFound)).toBe(true)
	return lines.map((line) => line.id)
}
