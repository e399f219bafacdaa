import { randomBytes, randomUUID } from 'node:crypto'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { confirmHashOf } from './queries.server.ts'
import type { DueSubscription } from './queries.server.ts'
import { eraseBefore } from './rules.ts'
import type { SubscriptionScope } from './rules.ts'
import type { SubscriptionAnswer } from './schema.ts'

type World = Pick<Context, 'db' | 'now'>

/**
 * Notes a question: whether the holder of an e-mail address wants letters. Nobody is written to about anything else
 * before they answer.
 *
 * Returns  the token of the answer, which stands in the one letter that asks: 32 hexadecimal digits.
 */
export async function askSubscription(
	{ db, now }: World,
	{ email, pace }: SubscriptionAnswer,
	{ of, aboutId, locale }: SubscriptionScope & { readonly locale: string },
): Promise<string> {
	const token = newToken()
	await db.subscription.create({
		data: {
			...{ id: randomUUID(), email, locale, of, aboutId, pace, toldUpTo: 0 },
			askedAt: now,
			confirmHash: confirmHashOf(token),
		},
	})
	return token
}

/**
 * Begins the letters that were asked for; from now on what is published is told. Letters to the same address about
 * the same thing that came before are replaced. Refuses with `not_found` where no question waits.
 */
export async function confirmSubscription({ db, now }: World, token: string): Promise<void> {
	await db.$transaction(async (tx) => {
		const asked = await tx.subscription.findUnique({ where: { confirmHash: confirmHashOf(token) } })
		if (!asked || asked.askedAt < eraseBefore(now)) throw new Refusal('not_found')
		const { id, email, of, aboutId } = asked
		const head = await tx.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
		await tx.subscription.deleteMany({ where: { email, of, aboutId, confirmedAt: { not: null } } })
		await tx.subscription.update({
			where: { id },
			data: {
				confirmHash: null,
				confirmedAt: now,
				letterAt: now,
				endToken: newToken(),
				toldUpTo: head.size,
			},
		})
	})
}

/** Ends letters and erases the address they went to. An unknown token ends nothing, and twice is once. */
export async function endSubscription({ db }: Pick<Context, 'db'>, token: string): Promise<void> {
	await db.subscription.deleteMany({ where: { endToken: token } })
}

/** Erases the addresses of those who were asked and did not answer. Returns how many. */
export async function eraseUnanswered({ db, now }: World): Promise<number> {
	const where = { confirmedAt: null, askedAt: { lt: eraseBefore(now) } }
	return (await db.subscription.deleteMany({ where })).count
}

/**
 * Notes that a letter goes out, before it does: whoever breaks off in between has sent one letter too few, never one
 * twice.
 *
 * Returns  whether it was not noted before; only then may it go.
 */
export async function noteSubscriptionLetter({ db, now }: World, due: DueSubscription): Promise<boolean> {
	const where = { id: due.id, toldUpTo: due.toldUpTo, confirmedAt: { not: null } }
	const noted = await db.subscription.updateMany({ where, data: { toldUpTo: due.size, letterAt: now } })
	return noted.count === 1
}

/** Takes back the note on a letter that surely did not go out, so that the next run sends it. */
export async function forgetSubscriptionLetter(
	{ db }: Pick<Context, 'db'>,
	due: DueSubscription,
): Promise<void> {
	const where = { id: due.id, toldUpTo: due.size }
	await db.subscription.updateMany({ where, data: { toldUpTo: due.toldUpTo, letterAt: due.letterAt } })
}

function newToken(): string {
	return randomBytes(16).toString('hex')
}
