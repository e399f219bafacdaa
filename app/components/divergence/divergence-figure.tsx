import { ChartFigure } from '#app/components/charts/chart-figure.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { DivergenceLine, DivergenceSummary } from '#app/domain/divergence-list/rules.ts'
import type { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { divergenceCsvHref, divergenceJsonHref } from './addresses.ts'
import { DivergenceTable } from './divergence-table.tsx'
import { PairedDots } from './paired-dots.tsx'

type DivergenceFigureProps = {
	filter: DivergenceFilter
	summary: DivergenceSummary
	lines: readonly DivergenceLine[]
	today: CalendarDay
}

/** The lines as a chart, with the same levels in its table and the whole list as files. */
export function DivergenceFigure({ filter, summary, lines, today }: DivergenceFigureProps) {
	const { say, locale, format } = useWords()
	return (
		<ChartFigure
			id="divergence"
			message={say('divergence.chart.message', {
				count: summary.shown,
				higher: format.count(summary.counts.GOVERNMENT_HIGHER),
			})}
			table={<DivergenceTable lines={lines} />}
			downloads={[
				{ href: divergenceCsvHref(locale, filter), text: say('divergence.download.csv') },
				{ href: divergenceJsonHref(filter), text: say('divergence.download.json') },
			]}
			source={say('divergence.chart.source')}
			asOfOn={today}
		>
			<PairedDots lines={lines} />
		</ChartFigure>
	)
}
