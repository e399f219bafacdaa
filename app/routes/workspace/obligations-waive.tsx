import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { WaiverQuestion } from '#app/components/obligation/waiver-question.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { waiveObligation } from '#app/domain/obligation/commands.server.ts'
import { findOwnObligation } from '#app/domain/obligation/queries.server.ts'
import { WaiverAnswer } from '#app/domain/obligation/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Params } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['POC'], async (visit) => {
	const { planId, id } = keyFrom(visit.params)
	return workspacePage(visit, { owed: await findOwnObligation(visit.ctx, planId, id) })
})

export const action = guardedAction(['POC'], (visit) => {
	const key = keyFrom(visit.params)
	return answerForm(visit, WaiverAnswer, async (answer) => {
		const { recordId } = await waiveObligation(visit.ctx, key, answer)
		return receiptHref(visit.locale, recordId)
	})
})

function keyFrom(params: Params): { readonly planId: string; readonly id: string } {
	return { planId: idFrom(params.planId), id: idFrom(params.obligationId) }
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('obligation.waive.title'))

export default function WaivePage() {
	const { owed, person } = useLoaderData<typeof loader>()
	return <WaiverQuestion owed={owed} person={person} rejected={useActionData<typeof action>()} />
}
