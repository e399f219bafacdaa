import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { memberNamesHref } from '#app/components/addresses.ts'
import { dashboardOf } from '#app/components/charts/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { MemberTable } from '#app/components/member/member-table.tsx'
import { useWords } from '#app/components/words.tsx'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { listMembers } from '#app/domain/member/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => {
	const [members, plans] = await Promise.all([listMembers(ctx), listPlans(ctx)])
	return {
		rows: members.map((member) => ({
			member,
			plans: plans.filter((plan) => plan.member.id === member.id).length,
		})),
	}
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('members.title'))

export default function Members() {
	const { rows } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('members.title')}</PageTitle>
			<p className="govuk-body-l">{say('members.lead')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={memberNamesHref(locale)}>
					{say('member-names.title')}
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={dashboardOf(locale, { of: 'SITE' })}>
					{say('charts.site.link')}
				</a>
			</p>
			<MemberTable rows={rows} />
		</Page>
	)
}
