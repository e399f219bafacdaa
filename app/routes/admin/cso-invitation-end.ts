import { redirect } from '@remix-run/node'
import { endInvitation } from '#app/domain/invitation/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** There is nothing to read here: an invitation is taken back from the list it stands in. */
export const loader = guardedLoader(['INSTANCE_ADMIN'], ({ locale }) =>
	redirect(`/${locale}/admin/organizations`),
)

export const action = guardedAction(['INSTANCE_ADMIN'], async (visit) =>
	confirmForm(visit, async () => {
		const recordId = await endInvitation(visit.ctx, idFrom(visit.params.invitationId))
		return `/${visit.locale}/receipts/${recordId}?version=2`
	}),
)
