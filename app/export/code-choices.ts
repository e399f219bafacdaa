import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import type { Choice, Choices } from '#app/domain/plan-file/schema.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Say } from '#app/i18n/translate.ts'

/** The lists of codes that are the product's own, with their words in both languages. */
export function codeChoices(say: Readonly<Record<Locale, Say>>): Choices {
	const named = (codes: readonly string[], key: (code: string) => string): readonly Choice[] =>
		codes.map((code) => ({ code, name: { en: say.en(key(code)), id: say.id(key(code)) } }))
	return {
		scheme: named(CHECKPOINT_SCHEMES, (code) => `checkpoint-scheme.${code}`),
		'ogp-value': named(OGP_VALUES, (code) => `ogp-value.${code}`),
		level: [...named(CLAIMED_LEVELS, (code) => `level.${code}`), ...named(['NIL'], () => 'task.level.nil')],
		challenge: named(CHALLENGES, (code) => `challenge.${code}`),
		'evidence-kind': named(EVIDENCE_KINDS, (code) => `evidence-kind.${code}`),
	}
}
