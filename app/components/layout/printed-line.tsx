import { useContext } from 'react'
import { useWords } from '#app/components/words.tsx'
import { PrintedContext } from './printed-context.ts'

/** On paper only: when the page was made, from which state of the record, and where it stands. */
export function PrintedLine() {
	const { say, format } = useWords()
	const printed = useContext(PrintedContext)
	if (printed === null) return null
	const acts = format.count(printed.signedActs)
	return (
		<p className="app-printed">
			{say('print.generated', { on: format.day(printed.on), acts, count: printed.signedActs })}{' '}
			{printed.address}
		</p>
	)
}
