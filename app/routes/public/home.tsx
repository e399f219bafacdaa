import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { membersHref, plansHref } from '#app/components/addresses.ts'
import { ChangesLink } from '#app/components/change-log/changes-link.tsx'
import { commitmentsHref } from '#app/components/commitment-list/addresses.ts'
import { expectationsHref } from '#app/components/expectation/addresses.ts'
import { LatestActs } from '#app/components/home/latest-acts.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { PlanTable } from '#app/components/plan/plan-table.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { frontPlans } from '#app/domain/action-plan/rules.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { countRecord, listLatestActs } from '#app/domain/plan-record/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => {
	const [plans, totals, acts] = await Promise.all([listPlans(ctx), countRecord(ctx), listLatestActs(ctx, 6)])
	return {
		newestPerMember: frontPlans(plans, utcDay(ctx.now)),
		totals,
		acts,
		lastUpdated: { on: acts[0]?.day ?? null, ledgerSize: totals.ledgerSize },
	}
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('home.document-title'))

export default function Home() {
	const { newestPerMember, totals, acts, lastUpdated } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	return (
		<Page lastUpdated={lastUpdated}>
			<PageTitle>{say('home.title')}</PageTitle>
			<p className="govuk-body-l">
				{say('home.totals', {
					plans: format.count(totals.plans),
					commitments: format.count(totals.commitments),
					claims: format.count(totals.claims),
					verifications: format.count(totals.verifications),
				})}
			</p>
			<p className="govuk-body">{say('home.how')}</p>
			<h2 className="govuk-heading-l">{say('home.plans')}</h2>
			<PlanTable id="plans" plans={newestPerMember} showsMember />
			<LinkList
				links={[
					{ href: plansHref(locale), text: say('home.all-plans', { count: totals.plans }) },
					{ href: commitmentsHref(locale), text: say('commitments.title') },
					{ href: membersHref(locale), text: say('home.all-members', { count: totals.members }) },
					{ href: expectationsHref(locale), text: say('expectations.title') },
				]}
			/>
			<LatestActs acts={acts} />
			<ChangesLink scope={{ of: 'SITE' }} />
		</Page>
	)
}
