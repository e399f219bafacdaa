import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { CheckpointTable } from '#app/components/plan-draft/checkpoint-table.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { listCheckpoints } from '#app/domain/checkpoint/queries.server.ts'
import { listEnteredStages } from '#app/domain/plan-stage/queries.server.ts'
import { EnteredStages } from '#app/components/plan-draft/stage-page.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const list = await listCheckpoints(ctx, idFrom(params.planId))
	return { list, entered: await listEnteredStages(ctx, list.plan.id) }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('checkpoints.title'))

export default function Checkpoints() {
	const { list, entered } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page
			member={list.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(list.plan.title, locale)?.text ?? list.plan.id, href: planHref(locale, list.plan.id) },
			]}
			lastUpdated={{ on: list.lastActOn, ledgerSize: list.ledgerSize }}
		>
			<PageTitle caption={<TextIn text={list.plan.title} />}>{say('checkpoints.title')}</PageTitle>
			<p className="govuk-body-l">{say('checkpoints.public.lead')}</p>
			<CheckpointTable list={list} />
			<EnteredStages entered={entered} />
		</Page>
	)
}
