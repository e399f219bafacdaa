import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { aboutHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { RuleSetList } from '#app/components/rule/rule-set-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { listVersions } from '#app/domain/rule-set/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => ({ ruleSets: await listVersions(ctx) }))

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('rules.title'))

export default function Rules() {
	const { ruleSets } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('rules.title')}</PageTitle>
			<p className="govuk-body-l">{say('rules.lead')}</p>
			<RuleSetList ruleSets={ruleSets} />
			<p className="govuk-body">
				<a className="govuk-link" href={aboutHref(locale, 'figures')}>
					{say('figures.title')}
				</a>
			</p>
		</Page>
	)
}
