import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'

export type Download = { readonly href: string; readonly text: string }

export type ChartFigureProps = {
	/** Names the figure; unique on the page. */
	id: string
	/** What the chart shows, as a sentence: the heading of the figure. */
	message: string
	headingLevel?: 2 | 3 | undefined
	/** The drawing and its legend. */
	children: ReactNode
	/** The same numbers as a table. */
	table: ReactNode
	downloads?: readonly Download[] | undefined
	source: string
	asOfOn: CalendarDay | null
	/** What kind of chart it is, above the message. */
	caption?: string | undefined
	/** Its lasting address, and how it is put into other pages. */
	after?: ReactNode
}

/** Every chart: message, drawing, the same numbers as a table, downloads, source and date. */
export function ChartFigure(props: ChartFigureProps) {
	const {
		id,
		message,
		headingLevel = 2,
		children,
		table,
		downloads = [],
		source,
		asOfOn,
		caption,
		after,
	} = props
	const { say, format } = useWords()
	const Heading = `h${headingLevel}` as const
	const SmallHeading = `h${headingLevel === 2 ? 3 : 4}` as const
	return (
		<figure className="app-figure" aria-labelledby={`${id}-message`}>
			{caption === undefined ? null : <p className="app-quiet">{caption}</p>}
			<Heading className="govuk-heading-m" id={`${id}-message`}>
				{message}
			</Heading>
			{children}
			{table}
			<Downloads downloads={downloads} />
			<SmallHeading className="govuk-visually-hidden">{say('chart.source.heading')}</SmallHeading>
			<p className="app-quiet">
				{say('chart.source', { source })}{' '}
				{asOfOn === null ? say('chart.as-of.none') : say('chart.as-of', { on: format.day(asOfOn) })}
			</p>
			{after}
		</figure>
	)
}

function Downloads({ downloads }: { downloads: readonly Download[] }) {
	const { say } = useWords()
	if (downloads.length === 0) return null
	return (
		<ul className="app-downloads" aria-label={say('chart.downloads')}>
			{downloads.map((download) => (
				<li key={download.href}>
					<a className="govuk-link" href={download.href}>
						{download.text}
					</a>
				</li>
			))}
		</ul>
	)
}
