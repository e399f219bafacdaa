import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { WebhookPage } from '#app/components/webhook/webhook.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findWebhook } from '#app/domain/webhook/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('member', async (visit) => {
	const webhook = await findWebhook(visit.ctx, idFrom(visit.params.webhookId))
	const secret = visit.load.calls.secretOf(webhook.id, webhook.secretVersion)
	return workspacePage(visit, { webhook, secret })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('webhook.title'))

export default function Webhook() {
	return <WebhookPage {...useLoaderData<typeof loader>()} />
}
