import { describe, expect, test } from 'vitest'
import { figureInWords } from '#app/components/rule/rule-words.ts'
import { RULE_FIGURES, deadlinesOf, figuresOf } from '#app/domain/rule-sentence/rules.ts'
import type { RuleFigure } from '#app/domain/rule-sentence/rules.ts'
import { formatIn } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { LOCAL_PROCESS } from '#prisma/seed/process-rules.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

const { rules } = aRuleSet()
const stored = { rules, cycle: NATIONAL_CYCLE, process: LOCAL_PROCESS, verification: VERIFICATION_RULES }
const figures = figuresOf(stored)
const wordsOf = (locale: (typeof LOCALES)[number]) => ({ say: sayIn(locale), format: formatIn(locale) })

const named = (name: string, some: readonly RuleFigure[] = figures): RuleFigure => {
	const found = some.find((figure) => figure.name === name)
	if (!found) throw new Error(`no number called ${name}`)
	return found
}

test('every number of a rule set is told, once', () => {
	expect(figures.map(({ name }) => name).toSorted()).toEqual([...RULE_FIGURES].toSorted())
	expect(deadlinesOf(stored)).toHaveLength(NATIONAL_CYCLE.obligations.length)
})

describe.each(LOCALES)('in %s', (locale) => {
	test.each(figures.map((figure) => [figure.name, figure] as const))(
		'%s is a sentence with its own number',
		(_name, figure) => {
			const sentence = figureInWords(figure, wordsOf(locale))
			const [value] = figure.values
			const { percent, number } = formatIn(locale)
			expect(sentence).toMatch(/\.$/)
			if (value !== undefined)
				expect(sentence).toContain(figure.unit === 'SHARE' ? percent(value) : number(value))
		},
	)
})

test.each([
	['graceDays', 'A report that comes up to 14 days after its due date still counts as in time.'],
	['coverageMet', 'Reporting is met only when 80% of the commitments have a recent independent finding.'],
	['reminderDays', 'Reminders go out before a deadline: 30 days, 7 days and 1 day ahead.'],
])('the sentence of %s is made from its number', (name, sentence) => {
	expect(figureInWords(named(name), wordsOf('en'))).toBe(sentence)
})

test('a length that the member chooses is said to be its choice', () => {
	const local = figuresOf({ ...stored, cycle: LOCAL_CYCLE })
	expect(figureInWords(named('planMonths', local), wordsOf('en'))).toBe(
		'How long a plan lasts is for the member to choose.',
	)
})

test('a version from before a group of numbers has none of them', () => {
	expect(figuresOf({ ...stored, process: {} }).filter(({ group }) => group === 'process')).toEqual([])
})
