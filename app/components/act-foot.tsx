import { recordHref } from './addresses.ts'
import { useWords } from './words.tsx'

type ActFootProps = {
	recordId: string
	version: number
	publishedOn: string
	ledgerIndex: number
	/** Whether it was published elsewhere first, so that the day is only that of its record here. */
	isImported?: boolean | undefined
	/** What the act is, for those who hear the link alone. */
	name: string
}

/** When an act was published, and the address under which it can be cited for ever. */
export function ActFoot({ recordId, version, publishedOn, ledgerIndex, isImported, name }: ActFootProps) {
	const { say, locale, format } = useWords()
	return (
		<p className="app-quiet">
			<time dateTime={publishedOn}>
				{say(isImported ? 'act.recorded' : 'act.published', { on: format.day(publishedOn) })}
			</time>{' '}
			{version > 1 ? `${say('act.version', { version })} ` : null}
			{ledgerIndex < 0
				? say('act.position.none')
				: say('act.position', { position: format.count(ledgerIndex) })}{' '}
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				{say('act.permalink')}
				<span className="govuk-visually-hidden">: {name}</span>
			</a>
		</p>
	)
}
