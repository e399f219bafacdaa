import { describe, expect, test } from 'vitest'
import { assessmentFacts } from '#app/domain/owed-assessment/rules.ts'
import type { OwedAssessment } from '#app/domain/owed-assessment/schema.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

const { rules } = aRuleSet()
const owed = (over: Partial<OwedAssessment> = {}): OwedAssessment => ({
	kind: 'MID_TERM',
	dueOn: '2027-03-31',
	finalOn: null,
	commentOpensOn: null,
	commentClosesOn: null,
	...over,
})
const final = (finalOn: string, opens = '2027-03-01', closes = '2027-03-15') =>
	owed({ finalOn, commentOpensOn: opens, commentClosesOn: closes })

describe('a self-assessment due on 31 March with 14 days of grace', () => {
	test.each([
		['2027-03-31', 0, 'its last day'],
		['2027-04-14', 0, 'the last day of grace'],
		['2027-04-15', 1, 'the day after'],
	])('on %s counts as due %i times: %s', (today, due) => {
		expect(assessmentFacts([owed()], rules, today)).toMatchObject({ due, onTime: 0 })
	})

	test.each([
		['2027-04-14', 1, 'the last day of grace'],
		['2027-04-15', 0, 'the day after'],
	])('that became final on %s was in time %i times: %s', (finalOn, onTime) => {
		expect(assessmentFacts([final(finalOn)], rules, '2027-06-01')).toMatchObject({ due: 1, onTime })
	})
})

test('one that was waived, or that nobody asks for, is not due; once final it still shows its window', () => {
	const none = { ...final('2027-03-20'), dueOn: null }
	expect(assessmentFacts([none], rules, '2027-06-01')).toMatchObject({ due: 0, published: 1, consulted: 1 })
})

describe('public comment', () => {
	test.each([
		['2027-03-16', '2027-03-01', '2027-03-15', 1, 'two weeks, final on the day after'],
		['2027-03-16', '2027-03-02', '2027-03-15', 0, 'one day short'],
		['2027-03-15', '2027-03-01', '2027-03-15', 0, 'final while it was still open'],
	] as const)('final on %s, open from %s to %s: %i of 1, %s', (finalOn, opens, closes, consulted, _why) => {
		expect(assessmentFacts([final(finalOn, opens, closes)], rules, '2027-06-01')).toMatchObject({
			published: 1,
			consulted,
		})
	})

	test('what becomes final later is not published yet', () => {
		expect(assessmentFacts([final('2027-03-20')], rules, '2027-03-19')).toMatchObject({ published: 0 })
	})
})

describe('the self-assessment at the end, due on 31 March, 90 days late at most', () => {
	const end = (finalOn: string | null) => ({ ...owed(), kind: 'END_OF_TERM' as const, finalOn })
	test.each([
		['2027-06-29', null, false, 'the ninetieth day'],
		['2027-06-30', null, true, 'the day after'],
		['2028-01-01', '2027-06-29', false, 'it came on the ninetieth day'],
		['2028-01-01', '2027-06-30', true, 'it came the day after'],
	] as const)('on %s, final %s: late %s, %s', (today, finalOn, endIsLate, _why) => {
		expect(assessmentFacts([end(finalOn)], rules, today).endIsLate).toBe(endIsLate)
	})

	test('the one in the middle is late without that', () => {
		expect(assessmentFacts([owed()], rules, '2028-01-01').endIsLate).toBe(false)
	})

	test('rules that were frozen without this number do not ask for it', () => {
		const { endAssessmentLateDays: _none, ...before } = rules
		expect(assessmentFacts([end(null)], before, '2028-01-01').endIsLate).toBe(false)
	})
})
