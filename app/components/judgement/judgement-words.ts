import type { Judgement } from '#app/domain/divergence/rules.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Say } from '#app/i18n/translate.ts'
import type { Judge } from '#app/charts/palette.ts'

type Speaker = { readonly say: Say; readonly format: Format }

/** The judge's level in words; without one, what is known instead: other words, a look without a level, or silence. */
export function judgementWord(judge: Judge, judgement: Judgement, { say, format }: Speaker): string {
	const { level, inOtherWords, asOfOn } = judgement
	if (level !== null) return say(`level.${level}`)
	if (inOtherWords.length > 0)
		return say('judgement.as-published', { words: format.list([...new Set(inOtherWords)]) })
	if (asOfOn === null) return say(judge === 'claimed' ? 'level.NO_REPORT' : 'level.NOT_ASSESSED')
	return say(judge === 'claimed' ? 'judgement.no-level.claimed' : 'judgement.no-level.found')
}

/** What the level rests on; null where there is nothing to add to the word. */
export function judgementBasis(judge: Judge, judgement: Judgement, { say, format }: Speaker): string | null {
	const { level, known, total, rolledUp, asOfOn } = judgement
	if (asOfOn === null && !isUndated(judgement)) return null
	if (!rolledUp) return level === null ? null : say(`judgement.basis.${judge}`)
	const values = { count: total, known: format.count(known), total: format.count(total) }
	return say(level === null ? 'judgement.not-worked-out' : 'judgement.worked-out', values)
}

/** Whether a judge said something, and its source does not say when. */
export function isUndated({ level, inOtherWords, asOfOn }: Judgement): boolean {
	return asOfOn === null && (level !== null || inOtherWords.length > 0)
}
