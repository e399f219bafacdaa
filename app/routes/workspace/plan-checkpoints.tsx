import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { planHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { CheckpointTable } from '#app/components/plan-draft/checkpoint-table.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import { listOwnCheckpoints } from '#app/domain/checkpoint/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { list: await listOwnCheckpoints(visit.ctx, idFrom(visit.params.planId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('checkpoints.title'))

export default function PlanCheckpoints() {
	const { list, person } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={list.member} backHref={planHref(locale, list.plan.id)}>
			<PageTitle caption={<TextIn text={list.plan.title} />}>{say('checkpoints.title')}</PageTitle>
			<p className="govuk-body">{say('checkpoints.lead')}</p>
			<CheckpointTable list={list} canReopen />
		</WorkspacePage>
	)
}
