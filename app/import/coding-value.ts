import { completionFromWord } from '#app/domain/irm-coding/rules.ts'
import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'

const YES_NO = { yes: 'YES', no: 'NO', '1': 'YES', '0': 'NO' }

/**
 * Words of the IRM's scales and their codes, by indicator.
 *
 * Source  IRM guidance and procedures; https://www.opengovpartnership.org/irm-guidance-overview/
 */
const SCALES: { readonly [I in IrmIndicator]?: Readonly<Record<string, string>> } = {
	VERIFIABLE: YES_NO,
	RELEVANCE: YES_NO,
	PROMISING: YES_NO,
	STARRED: YES_NO,
	SPECIFICITY: { none: 'NONE', low: 'LOW', medium: 'MEDIUM', high: 'HIGH' },
	POTENTIAL_IMPACT: { none: 'NONE', minor: 'MINOR', moderate: 'MODERATE', transformative: 'TRANSFORMATIVE' },
	POTENTIAL_FOR_RESULTS: { unclear: 'UNCLEAR', modest: 'MODEST', substantial: 'SUBSTANTIAL' },
	AMBITION: { low: 'LOW', high: 'HIGH' },
	EARLY_RESULTS: { 'no notable results': 'NO_NOTABLE', moderate: 'MODERATE', significant: 'SIGNIFICANT' },
	DIOG: {
		worsened: 'WORSENED',
		'did not change': 'DID_NOT_CHANGE',
		marginal: 'MARGINAL',
		major: 'MAJOR',
		outstanding: 'OUTSTANDING',
	},
}

/** The code of a published IRM word on its indicator's scale; null for words that are not on it. */
export function codingValue(indicator: IrmIndicator, word: string): string | null {
	if (indicator.startsWith('COMPLETION')) return completionFromWord(word)
	return (
		SCALES[indicator]?.[
			word
				.trim()
				.toLowerCase()
				.replace(/^[a-e]\.\s*/, '')
		] ?? null
	)
}

/** The key of a coding within its commitment or plan: `irm-completion-end`. */
export function codingKey(indicator: IrmIndicator, part = ''): string {
	return ['irm', indicator.toLowerCase().replaceAll('_', '-'), ...(part === '' ? [] : [part])].join('-')
}
