import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { StagePage } from '#app/components/plan-draft/stage-page.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { enterStage } from '#app/domain/plan-stage/commands.server.ts'
import { findStage } from '#app/domain/plan-stage/queries.server.ts'
import { StageAnswer } from '#app/domain/plan-stage/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { stage: await findStage(visit.ctx, idFrom(visit.params.planId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.planId)
	return answerForm(visit, StageAnswer, async (answer) =>
		receiptHref(visit.locale, (await enterStage(visit.ctx, id, answer)).recordId),
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-stage.title'))

export default function PlanStage() {
	return <StagePage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
