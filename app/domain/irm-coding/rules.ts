import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

/** Indicators of the IRM that are kept; the older ones are kept under their own names, never converted. */
export const IRM_INDICATORS = [
	'COMPLETION',
	'COMPLETION_MIDTERM',
	'COMPLETION_END',
	'EARLY_RESULTS',
	'DIOG',
	'VERIFIABLE',
	'RELEVANCE',
	'SPECIFICITY',
	'POTENTIAL_IMPACT',
	'POTENTIAL_FOR_RESULTS',
	'AMBITION',
	'PROMISING',
	'INCEPTION_FINDING',
	'PLAN_TOTAL',
] as const
export type IrmIndicator = (typeof IRM_INDICATORS)[number]

/** Newest first: an end-of-term value says more about completion than a mid-term one. */
export const COMPLETION_INDICATORS = [
	'COMPLETION_END',
	'COMPLETION',
	'COMPLETION_MIDTERM',
] as const satisfies readonly IrmIndicator[]

const PROGRESS_INDICATORS: readonly IrmIndicator[] = [...COMPLETION_INDICATORS, 'EARLY_RESULTS', 'DIOG']

/** Whether the indicator says what happened; the others are about a commitment's design. */
export function isProgressIndicator(indicator: IrmIndicator): boolean {
	return PROGRESS_INDICATORS.includes(indicator)
}

const COMPLETION_WORDS: Record<string, CompletionLevel> = {
	'no evidence': 'NO_EVIDENCE',
	'no evidence available': 'NO_EVIDENCE',
	'not started': 'NOT_STARTED',
	limited: 'LIMITED',
	substantial: 'SUBSTANTIAL',
	complete: 'COMPLETE',
	completed: 'COMPLETE',
}

/**
 * The step of the completion scale a published IRM word stands for (`Substantial`, `b. Limited`).
 *
 * Returns  null for words that are no step (`Unclear`, `Withdrawn`): they are shown as published.
 * Source   https://www.opengovpartnership.org/glossary/completion/
 */
export function completionFromWord(word: string): CompletionLevel | null {
	return (
		COMPLETION_WORDS[
			word
				.trim()
				.toLowerCase()
				.replace(/^[a-e]\.\s*/, '')
		] ?? null
	)
}
