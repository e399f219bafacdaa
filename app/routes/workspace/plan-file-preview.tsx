import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { PlanPreviewPage } from '#app/components/plan-file/plan-preview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findPlanPreview } from '#app/domain/plan-file/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { preview: await findPlanPreview(visit.ctx, idFrom(visit.params.previewId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-preview.title'))

export default function PlanFilePreview() {
	return <PlanPreviewPage {...useLoaderData<typeof loader>()} refusal={null} />
}
