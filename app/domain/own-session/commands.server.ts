import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'

type Own = Pick<Context, 'db' | 'actor'>

/**
 * Ends one session of the actor; whoever goes on with it is nobody from the next request on. Refuses with `not_found`
 * where the actor has none of that id: whether somebody else has is not told.
 */
export async function endOwnSession({ db, actor }: Own, sessionId: string): Promise<void> {
	const { count } = await db.authSession.deleteMany({
		where: { id: sessionId, userId: actor.personId ?? '' },
	})
	if (count === 0) throw new Refusal('not_found')
}

/**
 * Ends all sessions of the actor, and the links to sign in that are on their way to them stay theirs. Ending twice
 * is ending once.
 *
 * exceptId  the session that goes on; null: none does.
 */
export async function endOwnSessions({ db, actor }: Own, exceptId: string | null): Promise<void> {
	const others = exceptId === null ? {} : { id: { not: exceptId } }
	await db.authSession.deleteMany({ where: { userId: actor.personId ?? '', ...others } })
}
