import type { ChartFigures, ChartView } from '#app/domain/chart/view.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Say } from '#app/i18n/translate.ts'
import type { SpokenChart } from './shapes.ts'
import { spokenCompletion, spokenCoverage, spokenReplies } from './spoken-counts.ts'
import { spokenExpectations, spokenPolicyAreas } from './spoken-matrices.ts'
import { spokenDivergence, spokenSchedule } from './spoken-rows.ts'

/** What a chart needs to speak one language. */
export type ChartWords = { readonly say: Say; readonly format: Format; readonly locale: Locale }

/** A chart in one language. Page, files and embeds are written out of this alone, so they say the same. */
export function spokenChart({ figures, subject }: ChartView, words: ChartWords): SpokenChart {
	const { say } = words
	return {
		...spoken(figures, words),
		notes: [
			say(`chart-note.${figures.chart}`),
			...(subject.of === 'SITE' ? [say('chart.without-demonstration')] : []),
		],
	}
}

function spoken(figures: ChartFigures, words: ChartWords): Omit<SpokenChart, 'notes'> {
	switch (figures.chart) {
		case 'COMPLETION':
			return spokenCompletion(figures, words)
		case 'COVERAGE':
			return spokenCoverage(figures, words)
		case 'DIVERGENCE':
			return spokenDivergence(figures, words)
		case 'SCHEDULE':
			return spokenSchedule(figures, words)
		case 'REPLIES':
			return spokenReplies(figures, words)
		case 'EXPECTATIONS':
			return spokenExpectations(figures, words)
		case 'POLICY_AREAS':
			return spokenPolicyAreas(figures, words)
	}
}
