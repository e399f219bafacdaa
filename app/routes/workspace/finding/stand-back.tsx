import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { StandBack } from '#app/components/finding/stand-back.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishRecusal } from '#app/domain/recusal/commands.server.ts'
import { findStandBack } from '#app/domain/recusal/queries.server.ts'
import { RecusalAnswer } from '#app/domain/recusal/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findStandBack(visit.ctx, idFrom(visit.params.commitmentId)) }),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.commitmentId)
	return answerForm(visit, RecusalAnswer, async (answer) => {
		const { recordId } = await publishRecusal(visit.ctx, id, answer)
		return receiptHref(visit.locale, recordId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('recusal.title'))

export default function StandBackPage() {
	const { view, person } = useLoaderData<typeof loader>()
	return <StandBack view={view} person={person} rejected={useActionData<typeof action>()} />
}
