import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { PlanOverview } from '#app/components/plan-draft/plan-overview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findPlanDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.title'))

export default function PlanDraft() {
	return <PlanOverview {...useLoaderData<typeof loader>()} />
}
