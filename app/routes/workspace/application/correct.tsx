import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { CorrectionQuestion } from '#app/components/application/correction-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import {
	applicationCorrection,
	applicationPage,
	correctApplication,
} from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, applicationPage)

export const action = guardedAction(PLAN_ROLES, async (visit) =>
	answerForm(visit, await applicationCorrection(visit), (answer) => correctApplication(visit, answer)),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.way.correct'))

export default function Correct() {
	return <CorrectionQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
