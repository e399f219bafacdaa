import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { PlanApproval } from '#app/components/plan-draft/plan-approval.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { approvePlan } from '#app/domain/plan-approval/commands.server.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { findStageRecord } from '#app/domain/plan-stage/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findPlanDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = confirmedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenDraft, async (answer) => {
		await approvePlan(visit.ctx, id, answer).catch(unlessAlready('already_published'))
		return receiptHref(visit.locale, (await findStageRecord(visit.ctx, id, 'SUBMITTED')) ?? id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.approve.title'))

export default function PlanDraftApprove() {
	return <PlanApproval {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
