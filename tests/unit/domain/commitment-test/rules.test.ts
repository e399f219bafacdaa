import { describe, expect, test } from 'vitest'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { ambitionRecords, commitmentTests } from '#app/domain/commitment-test/rules.ts'
import type { CommitmentTest } from '#app/domain/commitment-test/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import {
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	anOrigin,
	aPlan,
} from '#tests/factories/plan-record.ts'

const imported = anOrigin({ importedBy: { en: 'Site administration', id: null } })

const today = '2026-08-01'

function tested(
	commitment: CommitmentRecord,
	test: CommitmentTest,
	assessments: readonly AssessmentView[] = [],
) {
	const [found] = commitmentTests({ plan: aPlan(), commitments: [commitment], assessments }, today)
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

describe('what the Monitoring Body found of its ambition at the start', () => {
	const coded = (valueAsPublished: string, year = 2026) =>
		aCoding({ indicator: 'POTENTIAL_FOR_RESULTS', value: null, valueAsPublished, year })

	test.each([
		['SUBSTANTIAL', 'PASSES'],
		['MODEST', 'FAILS'],
		['UNCLEAR', 'FAILS'],
	])('“%s” alone %s, and its record opens', (answer, result) => {
		const found = tested(aCommitmentRecord(), 'AMBITIOUS', [anInception(answer)])
		expect(found.result).toBe(result)
		expect(found.fields).toEqual([
			{ code: 'POTENTIAL_ASSESSED', count: Number(result === 'PASSES'), of: 1, given: [answer] },
		])
		expect(found.assessments).toEqual(['inception-1'])
	})

	test('stands beside the coding of the IRM, which decides where there is one', () => {
		const found = tested(aCommitmentRecord({ codings: [coded('Modest')] }), 'AMBITIOUS', [
			anInception('SUBSTANTIAL'),
		])
		expect(found.result).toBe('FAILS')
		expect(found.fields.map(({ given }) => given)).toEqual([['Modest'], ['SUBSTANTIAL']])
	})

	test.each([
		['was answered of another commitment', anInception('SUBSTANTIAL', { commitmentId: 'commitment-2' })],
		['was published after the day', anInception('SUBSTANTIAL', { publishedOn: '2026-08-02' })],
		['is about the end of the plan', anInception('SUBSTANTIAL', { kind: 'END_OF_PLAN' })],
	])('says nothing where it %s', (_why, assessment) => {
		const found = tested(aCommitmentRecord(), 'AMBITIOUS', [assessment])
		expect([found.result, found.assessments]).toEqual(['UNKNOWN', undefined])
	})

	test('a coding of a year that has not begun on the day is not known yet', () => {
		expect(tested(aCommitmentRecord({ codings: [coded('Substantial', 2027)] }), 'AMBITIOUS').result).toBe(
			'UNKNOWN',
		)
	})

	test('each record of ambition is named once, however many commitments it is about', () => {
		const commitments = [aCommitmentRecord(), aCommitmentRecord({ id: 'commitment-2' })]
		const [first] = [anInception('MODEST')]
		const both = {
			...first,
			answers: [...first.answers, ...anInception('MODEST', { commitmentId: 'commitment-2' }).answers],
		}
		expect(ambitionRecords({ plan: aPlan(), commitments, assessments: [both] }, today)).toEqual([
			'inception-1',
		])
	})
})

type Inception = Partial<Pick<AssessmentView, 'kind' | 'publishedOn'>> & { readonly commitmentId?: string }

function anInception(
	answer: string,
	{ commitmentId = 'commitment-1', ...over }: Inception = {},
): AssessmentView {
	return {
		...{ recordId: 'inception-1', version: 1, kind: 'INCEPTION', commitmentId: null, level: null },
		...{ organizationId: 'body', organizationName: { en: 'Body', id: 'Badan' }, questionSet: 'set' },
		...{ signedByCount: 2, dueOn: null, evidence: [], publishedOn: '2026-03-01', ledgerIndex: 9 },
		answers: [
			{
				...{ code: 'DESIGN_POTENTIAL', commitmentId, answer, references: null },
				...{ explanationEn: 'Because.', explanationId: null },
			},
		],
		...over,
	}
}
