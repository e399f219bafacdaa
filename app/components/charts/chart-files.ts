import type { Words } from '#app/components/words.tsx'
import type { ChartView } from '#app/domain/chart/view.ts'
import { CHART_FILES, chartFileHref } from './addresses.ts'
import type { Download } from './chart-figure.tsx'

/** All files of a chart, named by what they are. */
export function chartFiles(
	{ figures: { chart }, subject }: Pick<ChartView, 'figures' | 'subject'>,
	{ say, locale }: Pick<Words, 'say' | 'locale'>,
): readonly Download[] {
	return CHART_FILES.map((file) => ({
		href: chartFileHref(file, locale, { chart, subject }),
		text: say(`chart.file.${file}`),
	}))
}
