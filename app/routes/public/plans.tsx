import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { plansHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { PlanFilterForm } from '#app/components/plan/plan-filter-form.tsx'
import { ConsultationList } from '#app/components/plan-draft/consultation-list.tsx'
import { PlanTable } from '#app/components/plan/plan-table.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { planPage } from '#app/domain/action-plan/view.ts'
import { PlanFilter } from '#app/domain/commitment/schema.ts'
import { listConsultations } from '#app/domain/plan-stage/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, url }) => {
	const { value, notUnderstood } = readQuery(url, PlanFilter)
	const { after, ...filter } = value
	const [all, plans, consultations] = await Promise.all([
		listPlans(ctx),
		listPlans(ctx, filter),
		listConsultations(ctx),
	])
	const members = [
		...new Map(all.map(({ member }) => [member.id, { id: member.id, name: member.name }])).values(),
	]
	return { page: planPage(plans, after), consultations, total: all.length, members, filter, notUnderstood }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('plans.title'))

export default function Plans() {
	const { page, consultations, total, members, filter, notUnderstood } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	const { shown, first, last, of, previous, next } = page
	return (
		<Page>
			<PageTitle>{say('plans.title')}</PageTitle>
			<p className="govuk-body-l">{say('plans.lead')}</p>
			<NotUnderstood parts={notUnderstood} />
			<PlanFilterForm filter={filter} members={members} />
			<p className="govuk-body" role="status">
				{say('plans.count', { shown: format.count(of), total: format.count(total) })}{' '}
				{of > shown.length
					? say('plans.part', { first: format.count(first), last: format.count(last) })
					: null}
			</p>
			{shown.length > 0 ? <PlanTable id="plans" plans={shown} showsMember /> : null}
			<Pagination
				previousHref={
					previous === undefined
						? undefined
						: plansHref(locale, previous === null ? filter : { ...filter, after: previous })
				}
				nextHref={next === undefined ? undefined : plansHref(locale, { ...filter, after: next })}
			/>
			<ConsultationList consultations={consultations} />
		</Page>
	)
}
