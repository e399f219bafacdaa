import { randomBytes } from 'node:crypto'
import type { Context } from '#app/domain/context.ts'
import { calendarTokenHash } from './queries.server.ts'

/**
 * Makes the secret address of the actor's own deadlines, and ends the one before.
 *
 * Returns  its token, which is told now and never again: 32 hexadecimal digits.
 */
export async function makeCalendarAddress({ db, actor, now }: Context): Promise<string> {
	const token = randomBytes(16).toString('hex')
	const personId = actor.personId ?? ''
	const made = { tokenHash: calendarTokenHash(token), madeAt: now }
	await db.calendarAddress.upsert({ where: { personId }, create: { personId, ...made }, update: made })
	return token
}

/** Ends the actor's secret address. Ending it twice is ending it once. */
export async function endCalendarAddress({ db, actor }: Context): Promise<void> {
	await db.calendarAddress.deleteMany({ where: { personId: actor.personId ?? '' } })
}
