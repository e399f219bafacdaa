import { useWords } from '#app/components/words.tsx'
import type { ChangeScope } from '#app/domain/change-log/view.ts'
import { changesHref } from './addresses.ts'

/** Leads to all that was published about something or by somebody, with its feed. */
export function ChangesLink({ scope }: { scope: ChangeScope }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={changesHref(locale, scope)}>
				{say('changes.link')}
			</a>
		</p>
	)
}
