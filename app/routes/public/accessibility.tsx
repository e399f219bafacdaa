import type { MetaFunction } from '@remix-run/react'
import { Prose } from '#app/components/about/prose.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('accessibility.title'))

export default function Accessibility() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('accessibility.title')}</PageTitle>
			<p className="govuk-body-l">{say('accessibility.lead')}</p>
			<Prose stem="accessibility.how" paragraphs={2} />
			<Prose stem="accessibility.limits" paragraphs={2} />
		</Page>
	)
}
