import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { dashboardOf } from '#app/components/charts/addresses.ts'
import { ChartBlock } from '#app/components/charts/chart-block.tsx'
import { exploreHref } from '#app/components/exploration/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findCharts } from '#app/domain/chart/queries.server.ts'
import { chartsOf } from '#app/domain/chart/view.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listChoices } from '#app/domain/commitment-list/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx, load }) => {
	await keepLists(ctx)
	const [charts, { members }] = await Promise.all([
		findCharts(ctx, chartsOf('SITE'), { of: 'SITE' }),
		listChoices(ctx, undefined),
	])
	return { charts, members, baseUrl: load.config.baseUrl.replace(/\/+$/, '') }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('charts.site.title'))

export default function AllMembersDashboard() {
	const { charts, members, baseUrl } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const [first] = charts
	return (
		<Page lastUpdated={first && { on: first.asOfOn, ledgerSize: first.ledgerSize }}>
			<PageTitle>{say('charts.site.title')}</PageTitle>
			<p className="govuk-body-l">{say('charts.site.intro')}</p>
			{charts.map((chart) => (
				<ChartBlock key={chart.figures.chart} chart={chart} baseUrl={baseUrl} />
			))}
			<p className="govuk-body">
				<a className="govuk-link" href={exploreHref(locale)}>
					{say('explore.link')}
				</a>
			</p>
			<h2 className="govuk-heading-l">{say('charts.members')}</h2>
			{members.length === 0 ? <p className="govuk-body">{say('chart.empty')}</p> : null}
			<ul className="govuk-list">
				{members.map(({ id, name }) => (
					<li key={id}>
						<a className="govuk-link" href={dashboardOf(locale, { of: 'MEMBER', id })}>
							<TextIn text={name} />
						</a>
					</li>
				))}
			</ul>
		</Page>
	)
}
