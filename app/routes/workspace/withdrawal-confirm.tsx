import { redirect } from '@remix-run/node'
import { CSO_ROLES } from '#app/access/policy.ts'
import { withdrawalHref } from '#app/components/workspace/addresses.ts'
import { confirmRemoval } from '#app/domain/withdrawal/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader(CSO_ROLES, ({ locale, params }) =>
	redirect(withdrawalHref(locale, idFrom(params.recordId))),
)

export const action = confirmedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return confirmForm(visit, async () => {
		const { files } = await confirmRemoval(visit.ctx, id)
		// A file that somebody put once more in the meantime is theirs.
		for (const sha256 of files) await visit.load.files.remove(sha256, visit.ctx.now)
		return withdrawalHref(visit.locale, id)
	})
})

/** A page of its own only for refusals, which people read. */
export default function WithdrawalConfirm() {
	return null
}
