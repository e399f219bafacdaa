import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { ReopenForm } from '#app/components/plan-draft/reopen-form.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { reopenCheckpoint } from '#app/domain/checkpoint/commands.server.ts'
import { findOwnCheckpoint } from '#app/domain/checkpoint/queries.server.ts'
import { reopenAnswer } from '#app/domain/checkpoint/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { codeFrom } from '#app/http/code-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Params } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findOwnCheckpoint(visit.ctx, keyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, async (visit) => {
	const key = keyFrom(visit.params)
	const { list } = await findOwnCheckpoint(visit.ctx, key)
	return answerForm(visit, reopenAnswer(list.today), async (answer) =>
		receiptHref(visit.locale, (await reopenCheckpoint(visit.ctx, key, answer)).recordId),
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('checkpoint.reopen.title'))

export default function PlanCheckpointReopen() {
	return <ReopenForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}

function keyFrom(params: Params) {
	return { planId: idFrom(params.planId), code: codeFrom(params.checkpointCode) }
}
