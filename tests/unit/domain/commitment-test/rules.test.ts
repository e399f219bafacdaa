import { describe, expect, test } from 'vitest'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { commitmentTests } from '#app/domain/commitment-test/rules.ts'
import type { CommitmentTest } from '#app/domain/commitment-test/view.ts'
import {
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	anOrigin,
	aPlan,
} from '#tests/factories/plan-record.ts'

const imported = anOrigin({ importedBy: { en: 'Site administration', id: null } })

function tested(commitment: CommitmentRecord, test: CommitmentTest) {
	const [found] = commitmentTests({ plan: aPlan(), commitments: [commitment] })
	const one = found?.tests.find((each) => each.test === test)
	if (!one) throw new Error('no such test')
	return one
}

describe('each test of a commitment says on which fields it rests', () => {
	test('a milestone without a deliverable is counted out of all milestones, and the test is not passed', () => {
		const bare = aMilestoneRecord({ deliverable: { en: null, id: null } })
		const { result, fields } = tested(
			aCommitmentRecord({ milestones: [aMilestoneRecord(), bare] }),
			'CONCRETE',
		)
		expect(result).toBe('FAILS')
		expect(fields.find(({ code }) => code === 'DELIVERABLE')).toMatchObject({ count: 1, of: 2 })
		expect(fields.find(({ code }) => code === 'RESPONSIBLE')).toMatchObject({ count: 2, of: 2 })
	})

	test('without milestones nothing is concrete', () => {
		const { result, fields } = tested(aCommitmentRecord({ milestones: [] }), 'CONCRETE')
		expect([result, fields]).toEqual(['FAILS', [{ code: 'MILESTONES', count: 0, of: 1, given: [] }]])
	})

	test('technology alone is no value that counts', () => {
		const ogpValues = [{ code: 'TECHNOLOGY', justification: 'An app.' }]
		const { result, fields } = tested(aCommitmentRecord({ ogpValues }), 'LENS')
		expect(result).toBe('FAILS')
		expect(fields[0]).toMatchObject({ code: 'PRIMARY_VALUE', count: 0, given: [] })
	})

	test('what an imported text leaves open is not known', () => {
		const open = aCommitmentRecord({ baseline: { en: null, id: null }, origin: imported })
		const { result, fields } = tested(open, 'STRETCH')
		expect(result).toBe('UNKNOWN')
		expect(fields.find(({ code }) => code === 'BASELINE')).toMatchObject({ count: 0, of: 1 })
	})

	test.each([
		[[], 'UNKNOWN', []],
		[['Modest'], 'FAILS', ['Modest']],
		[['Modest', 'Substantial'], 'PASSES', ['Modest', 'Substantial']],
	])('codings of its potential %j: %s', (words, result, given) => {
		const codings = words.map((valueAsPublished, at) =>
			aCoding({
				...{ recordId: `coding-${String(at)}`, indicator: 'POTENTIAL_FOR_RESULTS' },
				...{ value: null, valueAsPublished },
			}),
		)
		const found = tested(aCommitmentRecord({ codings }), 'AMBITIOUS')
		expect([found.result, found.fields[0]?.given]).toEqual([result, given])
		expect(found.records).toEqual(codings.map(({ recordId }) => recordId))
	})
})
