import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** The day of the newest published act that the page shows (null: there is none yet), and how many acts the record holds. */
export type Freshness = { readonly on: CalendarDay | null; readonly ledgerSize: number }

/** How current the page is. */
export function LastUpdated({ on, ledgerSize }: Freshness) {
	const { say, format } = useWords()
	return (
		<p className="app-last-updated">
			{on === null ? (
				say('last-updated.never')
			) : (
				<>
					{say('last-updated.on')} <time dateTime={on}>{format.day(on)}</time>.
				</>
			)}{' '}
			{say('last-updated.acts', { count: ledgerSize, acts: format.count(ledgerSize) })}
		</p>
	)
}
