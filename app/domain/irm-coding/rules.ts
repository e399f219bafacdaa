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
	'STARRED',
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

/** Scales the IRM gave up with its reform of 2020 and 2021, and those that came in their place. Nothing is converted. */
const ERAS: { readonly [I in IrmIndicator]?: 'OLDER' | 'NEWER' } = {
	SPECIFICITY: 'OLDER',
	POTENTIAL_IMPACT: 'OLDER',
	DIOG: 'OLDER',
	STARRED: 'OLDER',
	VERIFIABLE: 'NEWER',
	POTENTIAL_FOR_RESULTS: 'NEWER',
	PROMISING: 'NEWER',
	EARLY_RESULTS: 'NEWER',
}

/**
 * The generation an indicator's scale belongs to.
 *
 * Returns  null for scales that went on unchanged.
 * Source   https://www.opengovpartnership.org/irm-guidance-overview/
 */
export function scaleEra(indicator: IrmIndicator): 'OLDER' | 'NEWER' | null {
	return ERAS[indicator] ?? null
}

/** The IRM's English words for the values of its scales; completion has the words of its own scale. */
export const IRM_WORDS = {
	YES: 'Yes',
	NO: 'No',
	NONE: 'None',
	LOW: 'Low',
	MEDIUM: 'Medium',
	HIGH: 'High',
	MINOR: 'Minor',
	MODERATE: 'Moderate',
	TRANSFORMATIVE: 'Transformative',
	UNCLEAR: 'Unclear',
	MODEST: 'Modest',
	SUBSTANTIAL: 'Substantial',
	NO_NOTABLE: 'No notable results',
	SIGNIFICANT: 'Significant',
	WORSENED: 'Worsened',
	DID_NOT_CHANGE: 'Did not change',
	MARGINAL: 'Marginal',
	MAJOR: 'Major',
	OUTSTANDING: 'Outstanding',
	NO_EVIDENCE: 'No evidence available',
	NOT_STARTED: 'Not started',
	LIMITED: 'Limited',
	COMPLETE: 'Complete',
} as const
export type IrmValue = keyof typeof IRM_WORDS
export const IRM_VALUES: readonly string[] = Object.keys(IRM_WORDS)

const YES_NO = ['YES', 'NO'] as const
const COMPLETION = ['NO_EVIDENCE', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'] as const

/**
 * The values of each scale that can be entered by hand, in their order.
 *
 * Source  IRM guidance and procedures; https://www.opengovpartnership.org/irm-guidance-overview/
 */
export const SCALES = {
	VERIFIABLE: YES_NO,
	RELEVANCE: YES_NO,
	POTENTIAL_FOR_RESULTS: ['UNCLEAR', 'MODEST', 'SUBSTANTIAL'],
	PROMISING: YES_NO,
	COMPLETION_MIDTERM: COMPLETION,
	COMPLETION_END: COMPLETION,
	EARLY_RESULTS: ['NO_NOTABLE', 'MODERATE', 'SIGNIFICANT'],
	SPECIFICITY: ['NONE', 'LOW', 'MEDIUM', 'HIGH'],
	POTENTIAL_IMPACT: ['NONE', 'MINOR', 'MODERATE', 'TRANSFORMATIVE'],
	DIOG: ['WORSENED', 'DID_NOT_CHANGE', 'MARGINAL', 'MAJOR', 'OUTSTANDING'],
	STARRED: YES_NO,
} as const satisfies { readonly [I in IrmIndicator]?: readonly IrmValue[] }
export type EnteredIndicator = keyof typeof SCALES
export const ENTERED_INDICATORS: readonly EnteredIndicator[] = [
	'VERIFIABLE',
	'POTENTIAL_FOR_RESULTS',
	'PROMISING',
	'EARLY_RESULTS',
	'RELEVANCE',
	'COMPLETION_MIDTERM',
	'COMPLETION_END',
	'SPECIFICITY',
	'POTENTIAL_IMPACT',
	'DIOG',
	'STARRED',
]

/** Whether a value stands on the scale of an indicator. */
export function isOnScale(indicator: EnteredIndicator, value: IrmValue): boolean {
	const values: readonly IrmValue[] = SCALES[indicator]
	return values.includes(value)
}

/** The year the partnership began: nothing was coded before. Source: https://www.opengovpartnership.org/about/ */
export const FIRST_YEAR = 2011

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

/**
 * Figures the IRM gave for a plan as a whole: a coding with the indicator PLAN_TOTAL has one of these as its value
 * and the figure as its published word.
 *
 * Source  IRM reports on Indonesia's plans 2016-2024 and Bojonegoro 2017.
 */
export const PLAN_TOTALS = [
	'COMMITMENTS',
	'CLUSTERS',
	'ASSESSED',
	'COMPLETED',
	'SUBSTANTIAL',
	'LIMITED',
	'NOT_STARTED',
	'SUBSTANTIAL_OR_COMPLETE',
	'RELEVANT_TO_OGP_VALUES',
	'OPEN_GOVERNMENT_LENS',
	'TRANSFORMATIVE',
	'SUBSTANTIAL_POTENTIAL',
	'PROMISING',
	'STARRED',
	'POTENTIALLY_STARRED',
	'DID_IT_OPEN_GOVERNMENT_MAJOR',
	'DID_IT_OPEN_GOVERNMENT_OUTSTANDING',
	'CARRIED_OVER',
] as const
export type PlanTotal = (typeof PLAN_TOTALS)[number]
