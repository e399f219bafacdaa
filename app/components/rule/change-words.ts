import { ruleInWords } from '#reports/document/obligation-words.ts'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { RuleFigure } from '#app/domain/rule-sentence/rules.ts'
import type { RuleChange } from '#app/domain/rule-version/rules.ts'
import { formatIn } from '#app/i18n/format.ts'
import type { Format } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { figureInWords } from './rule-words.ts'

type Sentences = { readonly locale: Locale; readonly before: string; readonly after: string }

/** A number that changes, as the sentence it was and the one it becomes, in each language. */
export type ChangeInWords = { readonly key: string; readonly sentences: readonly Sentences[] }

/** Both languages at once, so only where all words are there: on the server. */
export function changesInWords(changes: readonly RuleChange[]): readonly ChangeInWords[] {
	return changes.map((change) => ({
		key: keyOf(change),
		sentences: LOCALES.map((locale): Sentences => {
			const words = { say: sayIn(locale), format: formatIn(locale) }
			if (change.is === 'figure')
				return { locale, before: figureText(change.before, words), after: figureText(change.after, words) }
			const [before, after] = [deadlineText(change.before, words), deadlineText(change.after, words)]
			return { locale, before, after }
		}),
	}))
}

type Speaker = { readonly say: Say; readonly format: Format }

function keyOf(change: RuleChange): string {
	if (change.is === 'figure') return (change.after ?? change.before)?.name ?? ''
	return (change.after ?? change.before)?.code ?? ''
}

function figureText(figure: RuleFigure | null, words: Speaker): string {
	return figure === null ? words.say('rule-version.change.absent') : figureInWords(figure, words)
}

function deadlineText(rule: ObligationRule | null, words: Speaker): string {
	const { say } = words
	if (rule === null) return say('rule-version.change.absent')
	return say('rule-version.deadline', {
		what: say(`obligation.${rule.code}`),
		rule: ruleInWords(rule, words),
	})
}
