import { z } from 'zod'
import type { Change } from '#app/domain/change-log/view.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findSubscribed, listChangesSince } from '#app/domain/subscription/queries.server.ts'
import { isToldTo } from '#app/domain/subscription/rules.ts'
import { SUBSCRIBED } from '#app/domain/subscription/schema.ts'
import type { Webhook, WebhookCall } from '#prisma/generated/client.ts'
import { isTaken } from './rules.ts'
import type { CallView, WebhookView } from './view.ts'

const Of = z.enum(SUBSCRIBED)

/** The actor's own webhooks, oldest first. */
export async function listWebhooks(ctx: Context): Promise<readonly WebhookView[]> {
	const rows = await ctx.db.webhook.findMany({
		where: { personId: ctx.actor.personId ?? '' },
		orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
	})
	return Promise.all(rows.map((row) => viewOf(ctx, row, [])))
}

/** One of the actor's own webhooks with its calls. Refuses with `not_found`. */
export async function findWebhook(ctx: Context, id: string): Promise<WebhookView> {
	const row = await ctx.db.webhook.findFirst({
		where: { id, personId: ctx.actor.personId ?? '' },
		include: { calls: { orderBy: [{ at: 'desc' }, { ledgerIndex: 'desc' }], take: CALLS_SHOWN } },
	})
	if (!row) throw new Refusal('not_found')
	return viewOf(ctx, row, row.calls)
}

/** Calls on a page. */
const CALLS_SHOWN = 50

/** One of the actor's own webhooks as it is stored. Refuses with `not_found`. */
export async function findOwnWebhook({ db, actor }: Context, id: string): Promise<Webhook> {
	const row = await db.webhook.findFirst({ where: { id, personId: actor.personId ?? '' } })
	if (!row) throw new Refusal('not_found')
	return row
}

async function viewOf(ctx: Context, row: Webhook, calls: readonly WebhookCall[]): Promise<WebhookView> {
	const of = Of.parse(row.of)
	const { size } = await ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	const name = await findSubscribed(ctx, { of, aboutId: row.aboutId }).catch((thrown: unknown) => {
		if (thrown instanceof Refusal) return null
		throw thrown
	})
	const { id, url, aboutId, secretVersion, failures } = row
	return {
		...{ id, url, of, aboutId, name, secretVersion, failures },
		isStopped: row.stoppedAt !== null,
		waiting: Math.max(0, size - row.toldUpTo),
		calls: calls.map(callView),
	}
}

function callView({ id, ledgerIndex, at, status, fault, tookMs }: WebhookCall): CallView {
	return { ...{ id, ledgerIndex, status, fault, tookMs }, atMs: at.getTime(), isTaken: isTaken(status) }
}

/** A webhook that is to be called: what it was not told yet, oldest first, and up to where this list goes. */
export type DueWebhook = {
	readonly webhook: Webhook
	readonly changes: readonly Change[]
	readonly size: number
}

/** Entries of the log that are looked through for one webhook in one run. */
const ENTRIES_AT_ONCE = 500

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** Webhooks whose time has come and whose part of the log has grown. */
export async function listDueWebhooks(ctx: World): Promise<readonly DueWebhook[]> {
	const head = await ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	const rows = await ctx.db.webhook.findMany({
		where: { stoppedAt: null, nextTryAt: { lte: ctx.now }, toldUpTo: { lt: head.size } },
		orderBy: { id: 'asc' },
	})
	const due: DueWebhook[] = []
	for (const webhook of rows) {
		const size = Math.min(head.size, webhook.toldUpTo + ENTRIES_AT_ONCE)
		const news = await listChangesSince(ctx, { since: webhook.toldUpTo, size })
		const scope = { of: Of.parse(webhook.of), aboutId: webhook.aboutId }
		const changes = news.filter((change) => isToldTo(scope, change)).sort((a, b) => a.index - b.index)
		due.push({ webhook, changes, size })
	}
	return due
}
