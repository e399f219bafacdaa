import { redirect } from '@remix-run/node'
import { webhooksHref } from '#app/components/webhook/addresses.ts'
import { endWebhook } from '#app/domain/webhook/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale, params }) =>
	redirect(webhooksHref(locale, idFrom(params.webhookId))),
)

export const action = guardedAction('member', (visit) =>
	confirmForm(visit, async () => {
		const id = idFrom(visit.params.webhookId)
		await endWebhook(visit.ctx, id)
		return webhooksHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function EndWebhook() {
	return null
}
