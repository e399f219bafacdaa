import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { draftHref } from '#app/components/plan-draft/addresses.ts'
import { NewPlan } from '#app/components/plan-draft/plan-facts-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { beginPlanDraft } from '#app/domain/plan-draft/commands.server.ts'
import { listMembersToPlan } from '#app/domain/plan-draft/queries.server.ts'
import { NewPlanAnswer } from '#app/domain/plan-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await listMembersToPlan(visit.ctx)),
)

export const action = guardedAction(PLAN_ROLES, (visit) =>
	answerForm(visit, NewPlanAnswer, async (answer) =>
		draftHref(visit.locale, (await beginPlanDraft(visit.ctx, answer)).id),
	),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-drafts.begin'))

export default function PlanDraftNew() {
	return <NewPlan {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
