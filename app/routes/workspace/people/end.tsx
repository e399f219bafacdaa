import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { APPOINTING_ROLES } from '#app/access/policy.ts'
import { peopleHref } from '#app/components/people/addresses.ts'
import { EndOfficeQuestion } from '#app/components/people/end-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { endOffice } from '#app/domain/appointment/commands.server.ts'
import { findAppointmentToEnd } from '#app/domain/appointment/queries.server.ts'
import { endAnswer } from '#app/domain/appointment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(APPOINTING_ROLES, async (visit) =>
	workspacePage(visit, { held: await findAppointmentToEnd(visit.ctx, idFrom(visit.params.appointmentId)) }),
)

export const action = confirmedAction(APPOINTING_ROLES, async (visit) => {
	const id = idFrom(visit.params.appointmentId)
	const { today } = await findAppointmentToEnd(visit.ctx, id)
	return answerForm(visit, endAnswer(today), async (answer) => {
		await endOffice(visit.ctx, id, answer)
		return peopleHref(visit.locale, 'ended')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('cso.end.title'))

export default function EndPage() {
	return <EndOfficeQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
