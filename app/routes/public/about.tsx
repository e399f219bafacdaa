import type { MetaFunction } from '@remix-run/react'
import { Prose } from '#app/components/about/prose.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('about.title'))

export default function About() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('about.title')}</PageTitle>
			<p className="govuk-body-l">{say('about.lead')}</p>
			<Prose stem="about.judges" paragraphs={2} />
			<Prose stem="about.acts" paragraphs={2} />
			<Prose stem="about.ledger" paragraphs={2} />
			<Prose stem="about.limits" paragraphs={2} />
			<Prose stem="about.imports" paragraphs={1} />
		</Page>
	)
}
