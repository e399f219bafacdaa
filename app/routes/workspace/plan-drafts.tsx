import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { PlanDraftList } from '#app/components/plan-draft/plan-draft-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listPlanDrafts } from '#app/domain/plan-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { drafts: await listPlanDrafts(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-drafts.title'))

export default function PlanDrafts() {
	return <PlanDraftList {...useLoaderData<typeof loader>()} />
}
