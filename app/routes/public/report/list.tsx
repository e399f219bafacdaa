import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { AskedSnapshotNote } from '#app/components/report/asked-snapshot.tsx'
import { PlanReports } from '#app/components/report/plan-reports.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { ReportsQuery } from '#app/domain/report-kind/schema.ts'
import { findPlanReports } from '#app/domain/report/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

/** Every report of a plan: those drawn from the record as it stands, and those that were compiled. */
export const loader = guardedLoader('public', async ({ ctx, params, url }) => {
	const { value, notUnderstood } = readQuery(url, ReportsQuery)
	return { ...(await findPlanReports(ctx, idFrom(params.planId), value.snapshot)), notUnderstood }
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('reports.title'))

export default function ReportsOfPlan() {
	const { plan, drawn, compiled, asked, notUnderstood } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
			]}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('reports.title')}</PageTitle>
			<NotUnderstood parts={notUnderstood} />
			{asked === null ? null : <AskedSnapshotNote {...asked} />}
			<p className="govuk-body">{say('reports.lead')}</p>
			<PlanReports planId={plan.id} drawn={drawn} compiled={compiled} />
		</Page>
	)
}
