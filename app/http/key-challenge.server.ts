import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { KEY_NAME_LONGEST } from '#app/domain/passkey/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** What a person began: to add a key, or to sign an act. Each is kept on the server until it is answered. */
const Begun = z.discriminatedUnion('purpose', [
	z.strictObject({
		purpose: z.literal('add'),
		organization: z.string(),
		nickname: z.string().max(KEY_NAME_LONGEST),
	}),
	z.strictObject({ purpose: z.literal('sign'), recordId: z.string(), version: z.int() }),
])
type Begun = z.output<typeof Begun>
type Of<Purpose extends Begun['purpose']> = Extract<Begun, { purpose: Purpose }>

const MINUTE_MS = 60_000

/**
 * Begins something that a key has to answer, for the person who is signed in. What they began before ends: one person
 * has one open challenge of each kind.
 *
 * Returns  the name of the challenge, which stands in the address.
 */
export async function beginChallenge({ ctx, load }: Visit, begun: Begun): Promise<string> {
	const id = randomBytes(32).toString('hex')
	const identifier = identifierOf(begun.purpose, ctx.actor.personId)
	const [createdAt, updatedAt] = [ctx.now, ctx.now]
	const expiresAt = new Date(ctx.now.getTime() + load.config.keyChallengeMinutes * MINUTE_MS)
	const data = { id, identifier, value: JSON.stringify(begun), expiresAt, createdAt, updatedAt }
	await ctx.db.$transaction([
		ctx.db.authToken.deleteMany({ where: { identifier } }),
		ctx.db.authToken.create({ data }),
	])
	return id
}

/** What was begun under a name. Refuses with `challenge_expired` where it is over, answered, or somebody else's. */
export async function findChallenge<P extends Begun['purpose']>(
	visit: Visit,
	purpose: P,
): Promise<Of<P> & Named> {
	const id = idFrom(visit.params.challengeId)
	const found = await visit.ctx.db.authToken.findFirst({ where: openOne(visit, { id, purpose }) })
	if (!found) throw new Refusal('challenge_expired')
	const begun = Begun.parse(JSON.parse(found.value))
	if (!isOf(begun, purpose)) throw new Refusal('challenge_expired')
	return { ...begun, id, challenge: challengeOf(id) }
}

/** The same, used up: whatever comes of it, it is not answered a second time. */
export async function takeChallenge<P extends Begun['purpose']>(
	visit: Visit,
	purpose: P,
): Promise<Of<P> & Named> {
	const begun = await findChallenge(visit, purpose)
	const { count } = await visit.ctx.db.authToken.deleteMany({
		where: openOne(visit, { id: begun.id, purpose }),
	})
	if (count !== 1) throw new Refusal('challenge_expired')
	return begun
}

/** `challenge`: random bytes, base64url, that a new key answers. */
type Named = { readonly id: string; readonly challenge: string }

function isOf<P extends Begun['purpose']>(begun: Begun, purpose: P): begun is Of<P> {
	return begun.purpose === purpose
}

function openOne(
	{ ctx }: Visit,
	{ id, purpose }: { readonly id: string; readonly purpose: Begun['purpose'] },
) {
	return { id, identifier: identifierOf(purpose, ctx.actor.personId), expiresAt: { gt: ctx.now } }
}

function identifierOf(purpose: Begun['purpose'], personId: string | null): string {
	return `key-challenge to ${purpose} of ${personId ?? ''}`
}

function challengeOf(id: string): string {
	return Buffer.from(id, 'hex').toString('base64url')
}
