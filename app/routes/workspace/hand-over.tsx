import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HandOverQuestion } from '#app/components/hand-over/hand-over-pages.tsx'
import { handOverDoneHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { handOverRole } from '#app/domain/hand-over/commands.server.ts'
import { findRoleToHandOver } from '#app/domain/hand-over/queries.server.ts'
import { handOverAnswer } from '#app/domain/hand-over/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const LEADERS = ['INSTITUTION_LEAD', 'POC', 'CSO_OWNER'] as const

export const loader = guardedLoader(LEADERS, async (visit) =>
	workspacePage(visit, { role: await findRoleToHandOver(visit.ctx, idFrom(visit.params.appointmentId)) }),
)

export const action = confirmedAction(LEADERS, async (visit) => {
	const id = idFrom(visit.params.appointmentId)
	const { today } = await findRoleToHandOver(visit.ctx, id)
	return answerForm(visit, handOverAnswer(today), async (answer) =>
		handOverDoneHref(visit.locale, await handOverRole(visit.ctx, id, answer)),
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('hand-over.question'))

export default function HandOverPage() {
	const { role, person } = useLoaderData<typeof loader>()
	return <HandOverQuestion role={role} person={person} rejected={useActionData<typeof action>()} />
}
