import type { Context } from '#app/domain/context.ts'
import { ownSession } from './view.ts'
import type { OwnSession } from './view.ts'

/**
 * The sessions of the actor that are not over yet, the one that asks first and then the one used last.
 *
 * thisId  id of the session that asks.
 */
export async function listOwnSessions(
	{ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
	thisId: string | null,
): Promise<readonly OwnSession[]> {
	const rows = await db.authSession.findMany({
		where: { userId: actor.personId ?? '', expiresAt: { gt: now } },
		orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
	})
	const sessions = rows.map((row) => ownSession(row, thisId))
	return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)]
}
