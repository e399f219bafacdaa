import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'

type EmbedFrameProps = {
	about: ReactNode
	message: string
	isDemonstration: boolean
	/** The page that has the sources. */
	href: string
	state: { on: CalendarDay; size: number }
	children: ReactNode
}

/** A page for the frames of other sites: the thing, its source and date, and the way to its own page. */
export function EmbedFrame({ about, message, isDemonstration, href, state, children }: EmbedFrameProps) {
	const { say, format } = useWords()
	const source = say('chart.source.record', { size: format.count(state.size) })
	return (
		<main className="app-embed">
			<figure className="app-figure" aria-labelledby="embed-message">
				<p className="app-quiet">{about}</p>
				<h1 className="govuk-heading-m" id="embed-message">
					{message}
				</h1>
				{isDemonstration ? <p className="govuk-inset-text">{say('embed.demonstration')}</p> : null}
				{children}
				<h2 className="govuk-visually-hidden">{say('chart.source.heading')}</h2>
				<p className="app-quiet">
					{say('chart.source', { source })} {say('chart.as-of', { on: format.day(state.on) })}
				</p>
			</figure>
			<p className="govuk-body">
				<a className="govuk-link" href={href} target="_blank" rel="noreferrer">
					{say('embed.at')}
				</a>
			</p>
		</main>
	)
}
