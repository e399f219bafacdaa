import { spokenChart } from '#app/charts/spoken-chart.ts'
import { ChartShown, ChartTable } from '#app/components/charts/chart-block.tsx'
import { ChartFigure } from '#app/components/charts/chart-figure.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ChartView } from '#app/domain/chart/view.ts'

/** A chart of one's own part of a plan: it has no address of its own, since nobody else sees this part. */
export function OwnChart({ id, chart }: { id: string; chart: ChartView }) {
	const words = useWords()
	const { say, format } = words
	const spoken = spokenChart(chart, words)
	return (
		<ChartFigure
			id={id}
			caption={say(`chart-name.${chart.figures.chart}`)}
			message={spoken.message}
			headingLevel={3}
			table={<ChartTable id={id} spoken={spoken} />}
			source={say('chart.source.record', { size: format.count(chart.ledgerSize) })}
			asOfOn={chart.asOfOn}
		>
			<ChartShown spoken={spoken} />
		</ChartFigure>
	)
}
