import { redirect } from '@remix-run/node'
import type { Role } from '#app/access/policy.ts'
import { APPOINTING_ROLES } from '#app/access/policy.ts'
import { contactsHref, peopleHref } from '#app/components/people/addresses.ts'
import { endOfficerInvitation } from '#app/domain/appointment/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const INVITING: readonly Role[] = ['INSTANCE_ADMIN', ...APPOINTING_ROLES]

/** There is nothing to read here: an invitation is taken back from the list it stands in. */
export const loader = guardedLoader(INVITING, ({ locale }) => redirect(`/${locale}/tasks`))

export const action = guardedAction(INVITING, async (visit) =>
	confirmForm(visit, async () => {
		const role = await endOfficerInvitation(visit.ctx, idFrom(visit.params.invitationId))
		return role === 'POC' ? contactsHref(visit.locale, 'taken-back') : peopleHref(visit.locale, 'taken-back')
	}),
)
