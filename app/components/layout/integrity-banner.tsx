import { useContext } from 'react'
import { logHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { IntegrityContext } from './integrity-context.ts'

/** Says on every page how many records are not what was published, and where to read what that means. */
export function IntegrityBanner() {
	const { say, locale, format } = useWords()
	const notice = useContext(IntegrityContext)
	if (notice === null) return null
	const { records } = notice
	return (
		<div className="app-differs" role="region" aria-label={say('integrity.banner.label')}>
			<div className="govuk-width-container">
				<p>
					<strong>{say('integrity.banner.title')}</strong>{' '}
					{records === 0
						? say('integrity.banner.log')
						: say('integrity.banner.records', { count: records, records: format.count(records) })}{' '}
					<a className="govuk-link" href={logHref(locale)}>
						{say('integrity.banner.more')}
					</a>
				</p>
			</div>
		</div>
	)
}
