import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { StepCheck } from '#app/components/application/step-check.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { StepSeen } from '#app/domain/application/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { applicationPage, takeStep } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, applicationPage)

export const action = guardedAction(PLAN_ROLES, (visit) =>
	answerForm(visit, StepSeen, ({ from }) => takeStep(visit, { from, to: 'WITHDRAWN' })),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.way.withdraw'))

export default function Withdraw() {
	return (
		<StepCheck
			{...useLoaderData<typeof loader>()}
			part="withdraw"
			rejected={useActionData<typeof action>()}
		/>
	)
}
