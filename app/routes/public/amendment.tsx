import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { AmendmentFacts } from '#app/components/amendment/amendment-facts.tsx'
import { ChangeDiff } from '#app/components/amendment/change-diff.tsx'
import { RecordNameText } from '#app/components/amendment/record-name.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findAmendment } from '#app/domain/published-text/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, locale }) => {
	const { amendment, planId, changes, ledgerSize } = await findAmendment(ctx, idFrom(params.recordId))
	const { plan } = await findPlanRecord(ctx, planId)
	return {
		amendment,
		changes,
		plan: { id: plan.id, member: plan.member, title: plan.title },
		planTitle: textIn(plan.title, locale)?.text ?? plan.id,
		lastUpdated: { on: amendment.publishedOn, ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('amendment.public.title'))

export default function Amendment() {
	const { amendment, changes, plan, planTitle, lastUpdated } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: planTitle, href: planHref(locale, plan.id) },
			]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('amendment.public.title')}</PageTitle>
			<AmendmentFacts amendment={amendment} isOwnPage />
			<h2 className="govuk-heading-l">{say('amendment.changes')}</h2>
			{changes.map((change) => (
				<section key={change.recordId} className="app-act">
					<h3 className="govuk-heading-s">
						<RecordNameText name={change} />
					</h3>
					<ChangeDiff change={change} />
				</section>
			))}
		</Page>
	)
}
