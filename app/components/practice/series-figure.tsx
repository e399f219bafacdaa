import { indicatorSeries } from '#app/charts/indicator-series.ts'
import type { SeriesDrawing } from '#app/charts/indicator-series.ts'
import { INK, PAPER, QUIET, RULE } from '#app/charts/palette.ts'
import { ChartFigure } from '#app/components/charts/chart-figure.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { IndicatorSeries } from '#app/domain/practice-library/rules.ts'

/** Free room above the highest mark, for its value, and below the lowest, for the years. */
const TOP_PX = 28
const PLOT_PX = 120
const YEARS_PX = 28

type SeriesFigureProps = { id: string; series: IndicatorSeries; source: string; publishedOn: string }

/** The figures of one indicator by year: a drawing and the same figures as a table, as the source prints them. */
export function SeriesFigure({ id, series, source, publishedOn }: SeriesFigureProps) {
	const { say } = useWords()
	const { unit, points } = series
	const drawing = indicatorSeries(points, { width: 100, height: PLOT_PX })
	const message = useMessage(series)
	return (
		<ChartFigure
			id={id}
			message={message}
			headingLevel={3}
			source={source}
			asOfOn={publishedOn}
			table={<SeriesTable id={id} series={series} />}
		>
			<Drawing drawing={drawing} title={message} unit={unit} />
			{drawing.steps.some(({ isGap }) => isGap) ? (
				<p className="app-quiet">{say('practice.chart.gap')}</p>
			) : null}
			{unit === '' ? null : <p className="app-quiet">{say('practice.unit', { unit })}</p>}
		</ChartFigure>
	)
}

function useMessage({ indicator, unit, points }: IndicatorSeries): string {
	const { say } = useWords()
	const first = points[0]
	const last = points.at(-1)
	if (!first || !last) return indicator
	const shown = (printed: string) => withUnit(printed, unit)
	if (points.length === 1)
		return say('practice.chart.one', { indicator, value: shown(first.printed), year: first.year })
	const ends = { first: shown(first.printed), from: first.year, last: shown(last.printed), to: last.year }
	return say('practice.chart.message', { indicator, ...ends })
}

function withUnit(printed: string, unit: string): string {
	return unit === '' ? printed : `${printed} ${unit}`
}

function SeriesTable({ id, series: { indicator, unit, points } }: { id: string; series: IndicatorSeries }) {
	const { say } = useWords()
	return (
		<Table
			id={`${id}-table`}
			caption={say('practice.chart.table', { indicator })}
			captionSize="s"
			isCompact
			columns={[{ head: say('practice.chart.year') }, { head: say('practice.chart.value'), isNumeric: true }]}
			rows={points.map(({ year, printed }, at) => ({
				key: `${String(year)}-${String(at)}`,
				cells: [String(year), withUnit(printed, unit)],
			}))}
		/>
	)
}

/** Marks and lines. Lengths across are in per cent of the width, so that words keep their size on a phone. */
function Drawing({ drawing, title, unit }: { drawing: SeriesDrawing; title: string; unit: string }) {
	const { marks, steps, zeroY } = drawing
	const height = TOP_PX + PLOT_PX + YEARS_PX
	return (
		<svg className="app-chart" role="img" width="100%" height={height}>
			<title>{title}</title>
			<line x1="0" x2="100%" y1={TOP_PX + zeroY} y2={TOP_PX + zeroY} stroke={RULE} />
			{steps.map(({ from, to, isGap }, at) => (
				<line
					key={at}
					{...{ x1: percent(from.x), x2: percent(to.x), y1: TOP_PX + from.y, y2: TOP_PX + to.y }}
					stroke={INK}
					strokeWidth="2"
					strokeDasharray={isGap ? '4 4' : undefined}
				/>
			))}
			{marks.map(({ x, y, year, printed }, at) => (
				<g key={at}>
					<circle cx={percent(x)} cy={TOP_PX + y} r="5" fill={PAPER} stroke={INK} strokeWidth="2" />
					<text x={percent(x)} y={TOP_PX + y - 12} textAnchor="middle">
						{unit === '%' ? `${printed} %` : printed}
					</text>
					<text x={percent(x)} y={height - 6} textAnchor="middle" fill={QUIET}>
						{year}
					</text>
				</g>
			))}
		</svg>
	)
}

function percent(value: number): string {
	return `${String(Math.round(value * 1000) / 1000)}%`
}
