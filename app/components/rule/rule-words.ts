import type { Words } from '#app/components/words.tsx'
import type { RuleFigure, RuleUnit } from '#app/domain/rule-sentence/rules.ts'

type Speaker = Pick<Words, 'say' | 'format'>

/** A number of a rule as a sentence, made from the number itself in the language of the page. */
export function figureInWords({ name, unit, values, scheme }: RuleFigure, words: Speaker): string {
	const { say, format } = words
	if (scheme !== null) return say(`rule-sentence.${name}`, { value: say(`checkpoint-scheme.${scheme}`) })
	if (values.length === 0) return say('rule-sentence.open')
	const value = format.list(values.map((one) => numberInWords(one, unit, words)))
	return say(`rule-sentence.${name}`, { value })
}

function numberInWords(value: number, unit: RuleUnit, { say, format }: Speaker): string {
	if (unit === 'SHARE') return format.percent(value)
	return say(`rule-unit.${unit}`, { count: value, value: format.number(value) })
}
