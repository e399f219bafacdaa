import { randomBytes } from 'node:crypto'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { addKey } from '#app/domain/passkey/commands.server.ts'
import { keySiteOf } from '#app/domain/passkey/rules.ts'
import { findOwnAct } from '#app/domain/signature/queries.server.ts'
import { signingChallenge } from '#app/ledger/signing-challenge.ts'
import { softwareAuthenticator } from '#tests/support/software-authenticator.ts'
import { as } from './stored-plan.ts'
import type { PersonName } from './stored-plan.ts'

/** Where the keys of tests hold. */
export const SITE = keySiteOf('http://localhost:4210')

/** A key of a person, added as they add one. */
export async function aPersonKey(database: Database, who: PersonName = 'monitor', nickname = 'telephone') {
	const authenticator = softwareAuthenticator(SITE)
	const challenge = randomBytes(32).toString('base64url')
	const answer = authenticator.attest(challenge)
	const made = { organization: 'cso', nickname, challenge, answer }
	const { recordId } = await addKey(as(database, who), SITE, made)
	return { ...authenticator, recordId }
}

/** What is signed for an act, base64url. */
export async function challengeFor(ctx: Context, recordId: string, version = 1): Promise<string> {
	const { entry } = await findOwnAct(ctx, recordId, version)
	return Buffer.from(signingChallenge(entry)).toString('base64url')
}
