import { describe, expect, test } from 'vitest'
import {
	answerFault,
	assessedLevel,
	assessmentDueOn,
	isSignedAt,
	kindsAsked,
	pagesOf,
	partOf,
} from '#app/domain/local-assessment/rules.ts'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'

const question = (code: string, scale: 'YES_NO_UNCLEAR' | 'CHOICES' | 'TEXT' | 'COMPLETION', of = 'A') => ({
	...{ code, scale, section: of },
	choices: scale === 'CHOICES' ? [{ code: 'MORE' }, { code: 'NONE' }] : [],
	isPerCommitment: of === 'EACH',
})
const given = (
	answer: string | null,
	explanationEn: string | null = null,
	explanationId: string | null = null,
) => ({
	answer,
	explanationEn,
	explanationId,
})

describe('an answer can be published', () => {
	test.each([
		['a level without an explanation', question('Q', 'COMPLETION'), given('LIMITED'), 'EXPLANATION_MISSING'],
		[
			'a level that the scale does not have',
			question('Q', 'COMPLETION'),
			given('HALF', 'x'),
			'ANSWER_MISSING',
		],
		['an explanation without an answer', question('Q', 'YES_NO_UNCLEAR'), given(null, 'x'), 'ANSWER_MISSING'],
		['nothing at all', question('Q', 'TEXT'), null, 'EXPLANATION_MISSING'],
		['a choice beside none', question('Q', 'CHOICES'), given('MORE NONE'), 'NONE_AND_OTHERS'],
		['no choice', question('Q', 'CHOICES'), given(null), 'ANSWER_MISSING'],
		['a choice, which the next question explains', question('Q', 'CHOICES'), given('MORE'), null],
		[
			'an answer explained in Indonesian alone',
			question('Q', 'YES_NO_UNCLEAR'),
			given('NO', null, 'y'),
			null,
		],
		['a text', question('Q', 'TEXT'), given(null, 'x'), null],
	] as const)('%s', (_what, asked, answer, fault) => {
		expect(answerFault(asked, answer)).toBe(fault)
	})
})

test('sections stand in the order of their questions, and one stands once for each commitment', () => {
	const questions = [question('A1', 'TEXT'), question('E1', 'TEXT', 'EACH'), question('A2', 'TEXT')]
	expect(
		pagesOf(questions, ['k1', 'k2']).map((page) => [
			page.section,
			page.commitmentId,
			page.questions.map(({ code }) => code),
		]),
	).toEqual([
		['A', null, ['A1', 'A2']],
		['EACH', 'k1', ['E1']],
		['EACH', 'k2', ['E1']],
	])
	expect(partOf('E1', 'k1')).toBe('E1 k1')
})

test('the level is the answer to the question of completion, and nothing where that is not asked', () => {
	const answers = [{ code: 'Q', answer: 'SUBSTANTIAL' }]
	expect(assessedLevel([question('Q', 'COMPLETION')], answers)).toBe('SUBSTANTIAL')
	expect(assessedLevel([question('Q', 'YES_NO_UNCLEAR')], answers)).toBe(null)
	expect(assessedLevel([question('Q', 'COMPLETION')], [])).toBe(null)
})

test('a signature stands for one version alone', () => {
	expect([
		isSignedAt(3, { draftVersion: 3 }),
		isSignedAt(4, { draftVersion: 3 }),
		isSignedAt(1, undefined),
	]).toEqual([true, false, false])
})

describe('the last day', () => {
	const worked = (
		endsOn: string | null,
		obligations: { code: string; subject: string; dueOn: string }[] = [],
	) => ({
		plan: { isKeptHere: true, facts: { endsOn } },
		cycle: LOCAL_CYCLE,
		obligations,
	})
	const k1 = { kind: 'END_OF_COMMITMENT', commitmentId: 'k1' } as const

	test.each([
		[
			'as it is owed',
			worked('2027-12-31', [{ code: 'END_OF_COMMITMENT', subject: 'k1', dueOn: '2026-08-15' }]),
			'2026-08-15',
		],
		['a month after the plan, held back to a shorter month', worked('2027-01-31'), '2027-02-28'],
		['of a plan that ends in a year, from its last day', worked('2027'), '2028-01-31'],
		['not known where nobody knows when the plan ends', worked(null), null],
	])('%s', (_what, facts, dueOn) => {
		expect(assessmentDueOn(facts, k1)).toBe(dueOn)
	})

	test('a plan whose acts are elsewhere owes nothing here', () => {
		const facts = { ...worked('2027-12-31'), plan: { isKeptHere: false, facts: { endsOn: '2027-12-31' } } }
		expect(assessmentDueOn(facts, k1)).toBe(null)
	})

	test('local rules ask for three assessments, national ones for none', () => {
		expect(kindsAsked(LOCAL_CYCLE)).toEqual(['INCEPTION', 'END_OF_COMMITMENT', 'END_OF_PLAN'])
		expect(kindsAsked(NATIONAL_CYCLE)).toEqual([])
	})
})
