import type { Words } from './words.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { ObligationView } from '#app/domain/obligation/view.ts'

/** Rules that ask for something to stay open, not to be done by a day. */
const WINDOWS: readonly string[] = ['SA_CONSULTATION']

type Named = Pick<ObligationView, 'code' | 'subject' | 'subjectTitle'>

/** What is owed: the rule's name and, where several come from one rule, which of them it is. */
export function obligationInWords(owed: Named, words: Pick<Words, 'say' | 'locale'>): string {
	const { say } = words
	const what = say(`obligation.${owed.code}`)
	const subject = subjectInWords(owed, words)
	return subject === null ? what : say('obligation.of', { what, subject })
}

function subjectInWords(
	{ code, subject, subjectTitle }: Named,
	{ say, locale }: Pick<Words, 'say' | 'locale'>,
) {
	if (subject === '') return null
	if (subjectTitle !== null) return textIn(subjectTitle, locale)?.text ?? say('missing.text')
	return code === 'SA_CONSULTATION' ? say(`obligation.subject.${subject}`) : subject
}

/** A rule as sentences, made from its numbers in the language of the page. */
export function ruleInWords(rule: ObligationRule, { say }: Pick<Words, 'say'>): string {
	const event = say(`obligation.event.${rule.from}`)
	const sentence = offsetInWords(rule, event, say)
	return rule.everyMonths === null
		? sentence
		: `${sentence} ${say('obligation.rule.every', { count: rule.everyMonths })}`
}

function offsetInWords(rule: ObligationRule, event: string, say: Words['say']): string {
	const { months, days } = rule
	if (months === 0 && days === 0) return say('obligation.rule.on', { event })
	if (days < 0) return say('obligation.rule.before', { count: -days, event })
	if (WINDOWS.includes(rule.code)) return say('obligation.rule.open', { count: days, event })
	if (days === 0) return say('obligation.rule.months', { count: months, event })
	if (months === 0) return say('obligation.rule.days', { count: days, event })
	return say('obligation.rule.months-and-days', { months, count: days, event })
}

/** How an obligation stands, in words with the day where there is one. */
export function stateInWords(
	{ state, doneOn, waiver }: Pick<ObligationView, 'state' | 'doneOn' | 'waiver'>,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): string {
	const on = doneOn ?? waiver?.on ?? ''
	return say(`obligation.state.${state}`, { on: format.day(on) })
}
