import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { OutcomeQuestion } from '#app/components/application/step-check.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findApplication } from '#app/domain/application/queries.server.ts'
import { standingSteps } from '#app/domain/application/rules.ts'
import { outcomeAnswer } from '#app/domain/application/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { applicationIdFrom, applicationPage, takeStep } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, applicationPage)

export const action = guardedAction(PLAN_ROLES, async (visit) => {
	const { today, steps } = await findApplication(visit.ctx, applicationIdFrom(visit.params))
	const notBefore = standingSteps(steps).at(-1)?.onDay ?? today
	return answerForm(visit, outcomeAnswer({ today, notBefore }), (answer) => takeStep(visit, answer))
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.way.outcome'))

export default function Outcome() {
	return <OutcomeQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
