import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Prose } from '#app/components/about/prose.tsx'
import { RuleSetTable } from '#app/components/about/rule-set-table.tsx'
import { expectationsHref } from '#app/components/expectation/addresses.ts'
import { rulesHref } from '#app/components/rule/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import { listRuleSets } from '#app/domain/rule-set/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => ({ ruleSets: await listRuleSets(ctx) }))

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('figures.title'))

export default function Figures() {
	const { ruleSets } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('figures.title')}</PageTitle>
			<p className="govuk-body-l">{say('figures.lead')}</p>
			<Prose stem="figures.levels" paragraphs={3} />
			<Prose stem="figures.gap" paragraphs={2} />
			<Prose stem="figures.shares" paragraphs={3} />
			<Prose stem="figures.fix-rate" paragraphs={3} />
			<Prose stem="figures.expectations" paragraphs={2} />
			<p className="govuk-body">
				<a className="govuk-link" href={expectationsHref(locale)}>
					{say('expectations.title')}
				</a>
			</p>
			<h2 className="govuk-heading-m">{say('figures.rule-sets')}</h2>
			<p className="govuk-body">{say('figures.rule-sets.text')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={rulesHref(locale)}>
					{say('figures.rules-link')}
				</a>
			</p>
			{ruleSets.map((ruleSet) => (
				<RuleSetTable key={ruleSet.id} ruleSet={ruleSet} />
			))}
		</Page>
	)
}
