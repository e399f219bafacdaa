import { practicesHref } from '#app/components/practice/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { registersHref, repositoryHref } from './addresses.ts'

/** Ways from a member to what it records beyond its plans. */
export function RegisterLinks({ memberId }: { memberId: string }) {
	const { say, locale } = useWords()
	return (
		<ul className="govuk-list">
			<li>
				<a className="govuk-link" href={registersHref(locale, memberId)}>
					{say('registers.link')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={repositoryHref(locale, memberId)}>
					{say('repository.link')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={practicesHref(locale, { member: memberId })}>
					{say('practices.link')}
				</a>
			</li>
		</ul>
	)
}
