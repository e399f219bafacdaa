import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HideQuestion } from '#app/components/observation/hosted-observations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { hideObservation } from '#app/domain/observation/commands.server.ts'
import { findHosted } from '#app/domain/observation/queries.server.ts'
import { HidingAnswer } from '#app/domain/observation/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { observation: await findHosted(visit.ctx, idFrom(visit.params.recordId)) }),
)

export const action = guardedAction(['INSTANCE_ADMIN'], (visit) => {
	const id = idFrom(visit.params.recordId)
	return answerForm(visit, HidingAnswer, async (answer) => {
		const { recordId } = await hideObservation(visit.ctx, id, answer)
		return `/${visit.locale}/receipts/${recordId}`
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('observation.hide'))

export default function HideObservation() {
	return <HideQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
