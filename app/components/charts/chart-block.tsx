import { spokenChart } from '#app/charts/spoken-chart.ts'
import type { SpokenChart } from '#app/charts/shapes.ts'
import { EmbedCode } from '#app/components/embed/embed-code.tsx'
import { Table, TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ChartView } from '#app/domain/chart/view.ts'
import { chartEmbedHref, chartHref, chartPart } from './addresses.ts'
import { ChartFigure } from './chart-figure.tsx'
import { chartFiles } from './chart-files.ts'
import { ShapeDrawing } from './shape-drawing.tsx'

type ChartBlockProps = {
	chart: ChartView
	headingLevel?: 2 | 3 | undefined
	/** Where the site stands; with it, the lines that put the chart into another page are given. */
	baseUrl: string
}

/** A chart with all that belongs to it: the point, the drawing, its table, files, source and date, and lasting address. */
export function ChartBlock({ chart, headingLevel, baseUrl }: ChartBlockProps) {
	const words = useWords()
	const { say, locale } = words
	const { figures, subject } = chart
	const spoken = spokenChart(chart, words)
	const id = `chart-${chartPart(figures.chart)}`
	const name = say(`chart-name.${figures.chart}`)
	return (
		<ChartFigure
			id={id}
			caption={name}
			message={spoken.message}
			headingLevel={headingLevel}
			table={<ChartTable id={id} spoken={spoken} />}
			downloads={chartFiles(chart, words)}
			source={say('chart.source.record', { size: words.format.count(chart.ledgerSize) })}
			asOfOn={chart.asOfOn}
			after={
				<>
					<p className="govuk-body">
						<a className="govuk-link" href={chartHref(locale, figures.chart, subject)}>
							{say('chart.permalink')}
							<span className="govuk-visually-hidden">: {name}</span>
						</a>
					</p>
					<EmbedCode
						id={`${id}-code`}
						summary={`${say('chart.embed.title')}: ${name}`}
						address={`${baseUrl}${chartEmbedHref(locale, figures.chart, subject)}`}
						title={say('chart.embed.frame', { name })}
						height={spoken.drawing.height + 420}
						snapshot={say('chart.embed.snapshot')}
					/>
				</>
			}
		>
			<ChartShown spoken={spoken} />
		</ChartFigure>
	)
}

/** The drawing with what has to be known to read it; in its place, where there is nothing to draw, a sentence. */
export function ChartShown({ spoken }: { spoken: SpokenChart }) {
	const { say } = useWords()
	return (
		<>
			{spoken.isEmpty ? <p className="govuk-inset-text">{say('chart.empty')}</p> : null}
			<ShapeDrawing drawing={spoken.drawing} title={spoken.title} />
			{spoken.notes.map((note) => (
				<p key={note} className="app-quiet">
					{note}
				</p>
			))}
		</>
	)
}

/** The values of the drawing as a table; one with many columns scrolls by itself. */
export function ChartTable({ id, spoken }: { id: string; spoken: SpokenChart }) {
	const Shown = spoken.heads.length > 3 ? TableRegion : Table
	return (
		<Shown
			id={`${id}-table`}
			caption={spoken.caption}
			captionSize="s"
			isCompact
			columns={spoken.heads.map((head) => ({ head }))}
			rows={spoken.rows.map(({ key, cells }) => ({ key, cells: cells.map(({ text }) => text) }))}
		/>
	)
}
