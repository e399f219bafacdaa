import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { memberHref } from '#app/components/addresses.ts'
import { dashboardOf } from '#app/components/charts/addresses.ts'
import { ChartBlock } from '#app/components/charts/chart-block.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { findCharts } from '#app/domain/chart/queries.server.ts'
import { chartsOf } from '#app/domain/chart/view.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, load }) => {
	const member = await findMember(ctx, idFrom(params.memberId))
	await keepLists(ctx)
	const [charts, plans] = await Promise.all([
		findCharts(ctx, chartsOf('MEMBER'), { of: 'MEMBER', id: member.id }),
		listPlans(ctx, { member: member.id }),
	])
	const titles = plans.map(({ id, title }) => ({ id, title }))
	return { member, charts, plans: titles, baseUrl: load.config.baseUrl.replace(/\/+$/, '') }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('charts.title'))

export default function MemberDashboard() {
	const { member, charts, plans, baseUrl } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const [first] = charts
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('charts.site.title'), href: dashboardOf(locale, { of: 'SITE' }) },
				{ text: member.name[locale] ?? member.id, href: memberHref(locale, member.id) },
			]}
			lastUpdated={first && { on: first.asOfOn, ledgerSize: first.ledgerSize }}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('charts.title')}</PageTitle>
			<p className="govuk-body-l">{say('charts.member.intro')}</p>
			{charts.map((chart) => (
				<ChartBlock key={chart.figures.chart} chart={chart} baseUrl={baseUrl} />
			))}
			<h2 className="govuk-heading-l">{say('charts.plans')}</h2>
			{plans.length === 0 ? <p className="govuk-body">{say('charts.no-plans')}</p> : null}
			<ul className="govuk-list">
				{plans.map(({ id, title }) => (
					<li key={id}>
						<a className="govuk-link" href={dashboardOf(locale, { of: 'PLAN', id })}>
							<TextIn text={title} />
						</a>
					</li>
				))}
			</ul>
		</Page>
	)
}
