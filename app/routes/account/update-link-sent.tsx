import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) =>
	pageMeta(params.lang, (say) => say('update-link.sent.title'))

export default function UpdateLinkSent() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('update-link.sent.title')}</PageTitle>
			<p className="govuk-body-l">{say('update-link.sent.text')}</p>
		</Page>
	)
}
