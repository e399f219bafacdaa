import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'

/** Says on every page of an invented member that it is invented. */
export function DemonstrationBanner({ name }: { name: Bilingual }) {
	const { say, locale } = useWords()
	return (
		<div className="app-demonstration" role="region" aria-label={say('demonstration.label')}>
			<div className="govuk-width-container">
				<p>
					<strong>{say('demonstration.title')}</strong>{' '}
					{say('demonstration.text', { name: textIn(name, locale)?.text ?? say('demonstration.member') })}
				</p>
			</div>
		</div>
	)
}
