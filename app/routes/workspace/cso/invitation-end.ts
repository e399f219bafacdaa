import { redirect } from '@remix-run/node'
import { endInvitation } from '#app/domain/invitation/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const RUNNERS = ['CSO_OWNER', 'MONITORING_BODY'] as const

/** There is nothing to read here: an invitation is taken back from the list it stands in. */
export const loader = guardedLoader(RUNNERS, ({ locale }) => redirect(`/${locale}/cso`))

export const action = guardedAction(RUNNERS, async (visit) =>
	confirmForm(visit, async () => {
		const recordId = await endInvitation(visit.ctx, idFrom(visit.params.invitationId))
		return `/${visit.locale}/receipts/${recordId}?version=2`
	}),
)
