import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { webhooksHref } from '#app/components/webhook/addresses.ts'
import { Webhooks } from '#app/components/webhook/webhooks.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { makeWebhook } from '#app/domain/webhook/commands.server.ts'
import { listWebhooks } from '#app/domain/webhook/queries.server.ts'
import { WebhookAnswer } from '#app/domain/webhook/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { webhooks: await listWebhooks(visit.ctx) }),
)

export const action = guardedAction('member', (visit) =>
	answerForm(visit, WebhookAnswer, async (answer) =>
		webhooksHref(visit.locale, await makeWebhook(visit.ctx, answer)),
	),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('webhook.title'))

export default function WebhooksPage() {
	return <Webhooks {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
