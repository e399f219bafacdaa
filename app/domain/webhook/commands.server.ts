import { randomBytes } from 'node:crypto'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findSubscribed } from '#app/domain/subscription/queries.server.ts'
import type { Webhook } from '#prisma/generated/client.ts'
import { CALL_DAYS, WEBHOOKS_AT_MOST, isGivenUp, isTaken, nextTryAt } from './rules.ts'
import type { WebhookAnswer } from './schema.ts'

/**
 * Begins a webhook of the actor's own, from what is published next.
 *
 * Returns  its id.
 * Refuses  with `not_found` what is not public, and with `too_many_webhooks`.
 */
export async function makeWebhook(ctx: Context, { url, of, aboutId }: WebhookAnswer): Promise<string> {
	const { db, actor, now } = ctx
	const about = of === 'SITE' ? '' : aboutId
	await findSubscribed(ctx, { of, aboutId: about })
	const personId = actor.personId ?? ''
	const id = randomBytes(12).toString('hex')
	return db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Person" WHERE "id" = $1 FOR UPDATE', personId)
		if ((await tx.webhook.count({ where: { personId } })) >= WEBHOOKS_AT_MOST)
			throw new Refusal('too_many_webhooks')
		const { size } = await tx.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
		const made = { madeAt: now, secretVersion: 1, secretMadeAt: now, toldUpTo: size, nextTryAt: now }
		await tx.webhook.create({ data: { id, personId, url, of, aboutId: about, ...made } })
		return id
	})
}

/** Ends a webhook of the actor's own and erases it with its calls. Ending it twice is ending it once. */
export async function endWebhook({ db, actor }: Context, id: string): Promise<void> {
	await db.webhook.deleteMany({ where: { id, personId: actor.personId ?? '' } })
}

/** Gives a webhook of the actor's own another secret; the one before signs as well for a day. Refuses with `not_found`. */
export async function changeWebhookSecret({ db, actor, now }: Context, id: string): Promise<void> {
	const { count } = await db.webhook.updateMany({
		where: { id, personId: actor.personId ?? '' },
		data: { secretVersion: { increment: 1 }, secretMadeAt: now },
	})
	if (count === 0) throw new Refusal('not_found')
}

/** Has a webhook of the actor's own tried at once, also one that was given up. Refuses with `not_found`. */
export async function resumeWebhook({ db, actor, now }: Context, id: string): Promise<void> {
	const { count } = await db.webhook.updateMany({
		where: { id, personId: actor.personId ?? '' },
		data: { nextTryAt: now, failures: 0, failingSince: null, stoppedAt: null },
	})
	if (count === 0) throw new Refusal('not_found')
}

/** What is noted of a call. */
type Noted = {
	/** Null: a test, which moves nothing. */
	readonly ledgerIndex: number | null
	readonly status: number | null
	readonly fault: string | null
	readonly tookMs: number
}

/** Notes a call, and moves the webhook on: past the act where it was taken, else to its next try or its end. */
export async function noteCall(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	webhook: Webhook,
	call: Noted,
): Promise<void> {
	const at = { id: webhook.id }
	await db.$transaction(async (tx) => {
		// Whoever ended the webhook meanwhile has erased it: there is nothing to note.
		if ((await tx.webhook.count({ where: at })) === 0) return
		await tx.webhookCall.create({
			data: { id: randomBytes(12).toString('hex'), webhookId: webhook.id, at: now, ...call },
		})
		if (call.ledgerIndex === null) return
		if (isTaken(call.status)) {
			const data = { toldUpTo: call.ledgerIndex + 1, failures: 0, failingSince: null, nextTryAt: now }
			await tx.webhook.updateMany({ where: at, data })
			return
		}
		const failures = webhook.failures + 1
		const failingSince = webhook.failingSince ?? now
		const stoppedAt = isGivenUp(failingSince, now) ? now : null
		const data = { failures, failingSince, stoppedAt, nextTryAt: nextTryAt(failures, now) }
		await tx.webhook.updateMany({ where: at, data })
	})
}

/** Moves a webhook past entries of the log that are not about what it asked for. */
export async function passWebhook(
	{ db }: Pick<Context, 'db'>,
	{ id, toldUpTo }: Pick<Webhook, 'id' | 'toldUpTo'>,
): Promise<void> {
	await db.webhook.updateMany({ where: { id, toldUpTo: { lt: toldUpTo } }, data: { toldUpTo } })
}

/** Forgets calls that are older than they are kept. */
export async function forgetOldCalls({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
	const before = new Date(now.getTime() - CALL_DAYS * 86_400_000)
	await db.webhookCall.deleteMany({ where: { at: { lt: before } } })
}
