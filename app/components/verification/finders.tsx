import { recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { useWords } from '#app/components/words.tsx'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { verificationWord } from './verification-card.tsx'

/** Where several organizations looked: what each found, and whether it counts. Nothing where there is one finding or none. */
export function Finders({ verifications }: { verifications: readonly VerificationView[] }) {
	const words = useWords()
	const { say, locale, format } = words
	if (verifications.length < 2) return null
	return (
		<>
			<p className="govuk-body">{say('verification.several')}</p>
			<ul className="app-plain-list">
				{verifications.map((found) => (
					<li key={found.recordId}>
						<OrganizationName id={found.organizationId} name={found.organizationName} />
						{': '}
						<a className="govuk-link" href={recordHref(locale, found.recordId)}>
							{say('verification.several.item', {
								level: verificationWord(found, words),
								independence: say(`independence.${found.independence}`),
								on: format.day(found.publishedOn),
							})}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
