import { redirect } from '@remix-run/node'
import { CSO_ROLES } from '#app/access/policy.ts'
import { withdrawalHref } from '#app/components/workspace/addresses.ts'
import { requestRemoval } from '#app/domain/withdrawal/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader(CSO_ROLES, ({ locale, params }) =>
	redirect(withdrawalHref(locale, idFrom(params.recordId))),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return confirmForm(visit, async () => {
		await requestRemoval(visit.ctx, id)
		return withdrawalHref(visit.locale, id)
	})
})

/** A page of its own only for refusals, which people read. */
export default function WithdrawalRequest() {
	return null
}
