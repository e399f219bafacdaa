import type { MetaFunction } from '@remix-run/react'
import { Prose } from '#app/components/about/prose.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('safety.title'))

/** What people at risk can rely on, and what no site can give them; at length in THREATS.md. */
export default function Safety() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('safety.title')}</PageTitle>
			<p className="govuk-body-l">{say('safety.lead')}</p>
			<Prose stem="safety.protects" paragraphs={4} />
			<Prose stem="safety.not" paragraphs={6} />
		</Page>
	)
}
