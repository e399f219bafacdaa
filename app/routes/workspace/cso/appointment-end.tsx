import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { EndAppointment } from '#app/components/cso/own-accounts.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { endAppointment } from '#app/domain/cso-account/commands.server.ts'
import { findAccountOf } from '#app/domain/cso-account/queries.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const RUNNERS = ['CSO_OWNER', 'MONITORING_BODY'] as const

export const loader = guardedLoader(RUNNERS, async (visit) => {
	const appointmentId = idFrom(visit.params.appointmentId)
	return workspacePage(visit, { appointmentId, account: await findAccountOf(visit.ctx, appointmentId) })
})

/** Whoever ends their own appointment may not read its receipt any more: they are led to the public record. */
export const action = confirmedAction(RUNNERS, async (visit) =>
	confirmForm(visit, async () => {
		const recordId = await endAppointment(visit.ctx, idFrom(visit.params.appointmentId))
		return `/${visit.locale}/records/${recordId}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('cso.end.title'))

export default function AppointmentEndPage() {
	const facts = useLoaderData<typeof loader>()
	return <EndAppointment {...facts} refusal={useActionData<typeof action>()?.reason} />
}
