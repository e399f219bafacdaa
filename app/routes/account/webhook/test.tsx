import { redirect } from '@remix-run/node'
import { webhooksHref } from '#app/components/webhook/addresses.ts'
import { findOwnWebhook } from '#app/domain/webhook/queries.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { testWebhook } from '#app/jobs/webhook-calls.server.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale, params }) =>
	redirect(webhooksHref(locale, idFrom(params.webhookId))),
)

/** How the call ended stands in the list of calls. */
export const action = guardedAction('member', (visit) =>
	confirmForm(visit, async () => {
		const { calls, config } = visit.load
		const webhook = await findOwnWebhook(visit.ctx, idFrom(visit.params.webhookId))
		await testWebhook({ ctx: visit.ctx, calls, baseUrl: config.baseUrl }, webhook)
		return webhooksHref(visit.locale, webhook.id)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function TestWebhook() {
	return null
}
