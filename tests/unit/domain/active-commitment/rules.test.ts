import { describe, expect, test } from 'vitest'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import { activeCommitments, leftOutCommitments } from '#app/domain/active-commitment/rules.ts'
import { aCommitmentRecord, anOrigin } from '#tests/factories/plan-record.ts'

const named = (id: string) => ({ id, commitmentId: id, number: null, title: { en: id, id } })
const on = (publishedOn: string, version = 1) => anOrigin({ publishedOn, version })

const whole = aCommitmentRecord({ id: 'whole' })
const merged = aCommitmentRecord({
	...{ id: 'merged', standing: 'MERGED', origin: on('2026-06-01', 2), successors: [named('new')] },
})
const becomes = aCommitmentRecord({ id: 'new', origin: on('2026-06-01'), predecessors: [named('merged')] })
const commitments = [whole, merged, becomes]

describe('a merger', () => {
	test.each([
		['2026-05-31', ['whole', 'merged'], 'the day before, the two that are to be merged'],
		['2026-06-01', ['whole', 'new'], 'from its day on, what they became'],
	])('on %s the plan has %j: %s', (day, ids) => {
		expect(activeCommitments({ commitments }, day).map(({ id }) => id)).toEqual(ids)
	})

	test('into a commitment that was there before never hides that one', () => {
		const target = aCommitmentRecord({
			...{
				id: 'new',
				origin: on('2026-06-01', 2),
				earlier: [aCommitmentRecord({ origin: on('2026-01-05') })],
			},
		})
		expect(activeCommitments({ commitments: [merged, target] }, '2026-05-31')).toHaveLength(2)
	})

	test('says what was left out, since when, why, and as what it goes on', () => {
		const amendments = [anAmendment('first', ['whole']), anAmendment('second', ['merged', 'new'])]
		expect(leftOutCommitments({ commitments, amendments }, '2026-08-01')).toMatchObject([
			{
				...{ commitmentId: 'merged', standing: 'MERGED', sinceOn: '2026-06-01' },
				...{ amendment: { recordId: 'second' }, successors: [{ id: 'new' }] },
			},
		])
		expect(leftOutCommitments({ commitments, amendments }, '2026-05-31')).toEqual([])
	})
})

test.each([
	['WITHDRAWN', 0],
	['SPLIT', 0],
	['MOVED', 0],
	['MODIFIED', 1],
	['CARRIED_OVER', 1],
] as const)('a commitment that is %s counts as %i', (standing, count) => {
	expect(activeCommitments({ commitments: [aCommitmentRecord({ standing })] }, '2026-08-01')).toHaveLength(
		count,
	)
})

test('what was imported without an amendment is left out without a reason', () => {
	const withdrawn = aCommitmentRecord({ standing: 'WITHDRAWN' })
	expect(leftOutCommitments({ commitments: [withdrawn] }, '2026-08-01')).toMatchObject([
		{ amendment: null, successors: [] },
	])
})

function anAmendment(recordId: string, ids: readonly string[]): AmendmentView {
	return {
		...{
			recordId,
			version: 1,
			reason: { en: 'Two ministries became one.', id: null },
			proposedBy: 'Ministry',
		},
		...{ agreedBy: 'Forum', effectiveOn: '2026-06-01', organizationName: { en: 'Ministry', id: null } },
		...{ publishedOn: '2026-06-01', ledgerIndex: 30 },
		changes: ids.map((id) => ({
			...{
				recordKind: 'commitment' as const,
				recordId: id,
				version: 2,
				operation: 'MERGE' as const,
				successors: [],
			},
		})),
	}
}
