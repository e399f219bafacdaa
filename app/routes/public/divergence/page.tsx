import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { divergenceHref } from '#app/components/divergence/addresses.ts'
import { DivergenceFigure } from '#app/components/divergence/divergence-figure.tsx'
import { DivergenceFilterForm } from '#app/components/divergence/divergence-filter-form.tsx'
import { DivergenceGroups } from '#app/components/divergence/divergence-groups.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import { utcDay } from '#app/domain/calendar.ts'
import { listDivergences } from '#app/domain/divergence-list/queries.server.ts'
import { divergencePage } from '#app/domain/divergence-list/view.ts'
import { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, url, locale }) => {
	const { value, notUnderstood } = readQuery(url, DivergenceFilter)
	const { after: _shownAfter, ...filter } = value
	const list = await listDivergences(ctx, filter)
	return { ...divergencePage(list, value, locale), filter, notUnderstood, today: utcDay(ctx.now) }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('divergence.title'))

export default function Divergence() {
	const { filter, notUnderstood, summary, choices, ...list } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	const values = { count: summary.of, shown: format.count(summary.shown), total: format.count(summary.of) }
	return (
		<Page member={list.member}>
			<PageTitle>{say('divergence.heading')}</PageTitle>
			<p className="govuk-body-l">{say('divergence.lead')}</p>
			<NotUnderstood parts={notUnderstood} />
			<DivergenceFilterForm filter={filter} choices={choices} />
			<p className="govuk-body" role="status">
				{say('divergence.count', values)}
			</p>
			{list.shown.length === 0 ? (
				<p className="govuk-body">{say('divergence.none')}</p>
			) : (
				<DivergenceFigure filter={filter} summary={summary} lines={list.shown} today={list.today} />
			)}
			<Pagination
				nextHref={list.next === null ? undefined : divergenceHref(locale, { ...filter, after: list.next })}
			/>
			<DivergenceGroups by="plan" groups={list.byPlan.length > 1 ? list.byPlan : []} />
			<DivergenceGroups by="institution" groups={list.byInstitution} />
		</Page>
	)
}
