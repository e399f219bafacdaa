import type { Calls } from '#app/calls.server.ts'
import type { Context } from '#app/domain/context.ts'
import { forgetOldCalls, noteCall, passWebhook } from '#app/domain/webhook/commands.server.ts'
import { listDueWebhooks } from '#app/domain/webhook/queries.server.ts'
import type { DueWebhook } from '#app/domain/webhook/queries.server.ts'
import { CALLS_AT_ONCE, isTaken, signingVersions } from '#app/domain/webhook/rules.ts'
import { actMessage, testMessage } from '#app/domain/webhook/view.ts'
import type { Webhook } from '#prisma/generated/client.ts'

export type WebhooksWorld = {
	readonly ctx: Pick<Context, 'db' | 'now' | 'withdrawals'>
	readonly calls: Calls
	readonly baseUrl: string
}

/**
 * Calls everybody's programs with what was published since, each in the order of the log. A call is noted after it was made: where the
 * process ends between the two, it is made again with the same id.
 */
export async function callWebhooks(
	world: WebhooksWorld,
): Promise<{ readonly taken: number; readonly failed: number }> {
	await forgetOldCalls(world.ctx)
	const ends = await Promise.all((await listDueWebhooks(world.ctx)).map((due) => callOne(world, due)))
	return {
		taken: ends.reduce((sum, { taken }) => sum + taken, 0),
		failed: ends.filter(({ hasFailed }) => hasFailed).length,
	}
}

async function callOne(world: WebhooksWorld, { webhook, changes, size }: DueWebhook) {
	const now = changes.slice(0, CALLS_AT_ONCE)
	for (const [taken, change] of now.entries()) {
		const body = JSON.stringify(actMessage(change, world.baseUrl))
		const isDone = await called(world, webhook, { ledgerIndex: change.index, body })
		if (!isDone) return { taken, hasFailed: true }
	}
	if (now.length === changes.length) await passWebhook(world.ctx, { id: webhook.id, toldUpTo: size })
	return { taken: now.length, hasFailed: false }
}

/** Calls a webhook with a message that says nothing but that it works. */
export async function testWebhook(world: WebhooksWorld, webhook: Webhook): Promise<boolean> {
	const body = JSON.stringify(testMessage(world.ctx.now))
	return called(world, webhook, { ledgerIndex: null, body })
}

type Said = { readonly ledgerIndex: number | null; readonly body: string }

async function called({ ctx, calls }: WebhooksWorld, webhook: Webhook, { ledgerIndex, body }: Said) {
	const which = ledgerIndex === null ? `test_${String(ctx.now.getTime())}` : String(ledgerIndex)
	const secrets = signingVersions(webhook, ctx.now).map((version) => calls.secretOf(webhook.id, version))
	const end = await calls.post({
		url: webhook.url,
		id: `${webhook.id}_${which}`,
		body,
		secrets,
		now: ctx.now,
	})
	const status = 'status' in end ? end.status : null
	const fault = 'fault' in end ? end.fault : null
	await noteCall(ctx, webhook, { ledgerIndex, status, fault, tookMs: end.tookMs })
	return isTaken(status)
}
