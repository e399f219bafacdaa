import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { commitmentHref, planHref, plansHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { ActText } from '#app/components/record/act-text.tsx'
import { LedgerFacts } from '#app/components/record/ledger-facts.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findActInPlan } from '#app/domain/plan-record/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url, locale, load }) => {
	const record = await findRecord(ctx, idFrom(params.recordId), versionFrom(url))
	const act = await findActInPlan(ctx, record)
	const { plan, commitments, ledgerSize } = await findPlanRecord(ctx, act.planId)
	const commitment = commitments.find(({ id }) => id === act.commitmentId) ?? null
	return {
		record,
		act,
		plan,
		commitment: commitment && {
			id: commitment.id,
			title: textIn(commitment.title, locale)?.text ?? commitment.id,
		},
		planTitle: textIn(plan.title, locale)?.text ?? plan.id,
		address: `${load.config.baseUrl}${url.pathname}`,
		lastUpdated: { on: record.entry.day, ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => (data ? say(`act.${data.record.entry.kind}`) : say('record.title')))

export default function Record() {
	const { record, act, plan, commitment, planTitle, address, lastUpdated } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: planTitle, href: planHref(locale, plan.id) },
				...(commitment ? [{ text: commitment.title, href: commitmentHref(locale, commitment.id) }] : []),
			]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={say('record.caption', { version: record.entry.version })}>
				{say(`act.${record.entry.kind}`)}
			</PageTitle>
			<ActText record={record} act={act} />
			<LedgerFacts record={record} act={act} address={address} />
		</Page>
	)
}
