import { ChartFigure } from '#app/components/charts/chart-figure.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { PastLevels } from '#app/domain/standing/view.ts'
import { ExpectationLevelWord } from './expectation-level.tsx'

type HistoryProps = { history: readonly PastLevels[]; on: CalendarDay }

/** The levels at the ends of the last quarters: one small drawing for each expectation, and the same as a table. */
export function HistoryFigure({ history, on }: HistoryProps) {
	const { say, format } = useWords()
	const changed = EXPECTATIONS.filter((code) => {
		const levels = history.map((past) => levelIn(past, code))
		return new Set(levels).size > 1
	})
	return (
		<ChartFigure
			id="history"
			message={say('standing-history.message', { count: changed.length, of: format.count(history.length) })}
			table={<HistoryTable history={history} />}
			source={say('standing-history.source')}
			asOfOn={on}
		>
			<ul className="app-dots">
				{EXPECTATIONS.map((code) => (
					<li key={code}>
						<p className="app-dots__name">{say(`expectation.${code}`)}</p>
						<ol className="app-legend">
							{history.map((past) => (
								<li key={past.asOfOn}>
									<span className="app-quiet">{format.day(past.asOfOn.slice(0, 7))}</span>{' '}
									<ExpectationLevelWord level={levelIn(past, code)} />
								</li>
							))}
						</ol>
					</li>
				))}
			</ul>
		</ChartFigure>
	)
}

function HistoryTable({ history }: Pick<HistoryProps, 'history'>) {
	const { say, format } = useWords()
	return (
		<TableRegion
			id="history-table"
			caption={say('standing-history.caption')}
			captionSize="s"
			columns={[
				{ head: say('standing-history.day') },
				...EXPECTATIONS.map((code) => ({ head: say(`expectation-short.${code}`) })),
			]}
			rows={history.map((past) => ({
				key: past.asOfOn,
				cells: [
					format.day(past.asOfOn),
					...EXPECTATIONS.map((code) => say(`expectation-level.${levelIn(past, code)}`)),
				],
			}))}
		/>
	)
}

function levelIn({ levels }: PastLevels, code: ExpectationCode): ExpectationLevel {
	return levels.find((one) => one.code === code)?.level ?? 'NOT_RECORDED'
}
