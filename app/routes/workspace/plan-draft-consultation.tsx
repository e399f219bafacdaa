import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { ConsultationForm } from '#app/components/plan-draft/consultation-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { openConsultation } from '#app/domain/plan-draft/commands.server.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { ConsultationAnswer } from '#app/domain/plan-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findPlanDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, ConsultationAnswer, async (answer) => {
		const { recordId } = await openConsultation(visit.ctx, id, answer)
		return receiptHref(visit.locale, recordId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.consultation.open'))

export default function PlanDraftConsultation() {
	return <ConsultationForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
