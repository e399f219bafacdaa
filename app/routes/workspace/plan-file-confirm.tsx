import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { PlanPreviewPage } from '#app/components/plan-file/plan-preview.tsx'
import { draftHref } from '#app/components/plan-draft/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findPlanPreview } from '#app/domain/plan-file/queries.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { takePlanUpload } from '#app/http/plan-file-import.server.ts'

/** The page is shown here again where the plan was changed meanwhile. */
export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { preview: await findPlanPreview(visit.ctx, idFrom(visit.params.previewId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const previewId = idFrom(visit.params.previewId)
	return confirmForm(visit, async () => {
		const { id, planId } = await takePlanUpload(visit.ctx, previewId)
		if (planId === null) return draftHref(visit.locale, id)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-preview.title'))

export default function PlanFileConfirm() {
	const rejected = useActionData<typeof action>()
	return <PlanPreviewPage {...useLoaderData<typeof loader>()} refusal={rejected?.reason ?? null} />
}
