import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { organizationHref } from './addresses.ts'

/** The name of an organization, as a link to its page: who acts for it, and what it published. */
export function OrganizationName({ id, name }: { id: string; name: Bilingual }) {
	const { locale } = useWords()
	return (
		<a className="govuk-link" href={organizationHref(locale, id)}>
			<TextIn text={name} />
		</a>
	)
}
