import { createHash, createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findBackedKey } from '#app/domain/passkey/queries.server.ts'
import { isCountedBackwards } from '#app/domain/passkey/rules.ts'
import type { KeySite } from '#app/domain/passkey/rules.ts'
import type { KeySignature } from '#app/domain/passkey/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { signingChallenge } from '#app/ledger/signing-challenge.ts'
import type { ActSignature } from '#prisma/generated/client.ts'
import { findOwnAct } from './queries.server.ts'

type Given = { readonly recordId: string; readonly version: number; readonly answer: KeySignature }
type OwnAct = Awaited<ReturnType<typeof findOwnAct>>

/**
 * Publishes the actor's signature under an act of their own: everything that it takes to check it goes into the log.
 *
 * Refuses  with what `findOwnAct` refuses, `key_unknown`, `key_removed`, `signature_wrong`, `signature_replayed` where
 *          the key's counter did not move on, and `signature_known` where this key has signed the act.
 */
export async function signAct(
	ctx: Context,
	site: KeySite,
	given: Given,
): Promise<{ readonly recordId: string }> {
	const act = await findOwnAct(ctx, given.recordId, given.version)
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Passkey" WHERE "id" = $1 FOR UPDATE', given.answer.id)
		const key = await ownKey(tx, ctx, { keyId: given.answer.id, organizationId: act.organizationId })
		const { recordId: signedRecordId, version: signedVersion } = act
		const keyId = key.row.id
		const counter = await counterIn(site, { act, key, answer: given.answer })
		const which = { signedRecordId, signedVersion, keyId }
		if (await tx.actSignature.findFirst({ where: which })) throw new Refusal('signature_known')
		if (isCountedBackwards(key.row.counter, counter)) throw new Refusal('signature_replayed')
		await tx.passkey.update({ where: { id: keyId }, data: { counter } })
		const row = signatureRow(ctx, { act, key, answer: given.answer })
		await tx.actSignature.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'signature.published', row }))
		return { recordId: row.recordId }
	})
}

type Key = NonNullable<Awaited<ReturnType<typeof findBackedKey>>>

/** A key of the actor's own, for the organization whose act it is; one that no act stands behind is nobody's. */
async function ownKey(
	tx: Transaction,
	ctx: Context,
	{ keyId, organizationId }: { readonly keyId: string; readonly organizationId: string },
): Promise<Key> {
	const key = await findBackedKey(tx, keyId)
	if (key?.row.personId !== ctx.actor.personId || key.row.organizationId !== organizationId)
		throw new Refusal('key_unknown')
	if (key.state === 'REMOVED') throw new Refusal('key_removed')
	return key
}

type Signing = { readonly act: OwnAct; readonly key: Key; readonly answer: KeySignature }

/** The counter in a signature that is in order. The library is not asked to judge it: the rule does. */
async function counterIn({ origin, rpId }: KeySite, { act, key, answer }: Signing): Promise<number> {
	const publicKey = new Uint8Array(Buffer.from(key.row.publicKey, 'base64url'))
	const verified = await verifyAuthenticationResponse({
		response: { ...answer, clientExtensionResults: {} },
		expectedChallenge: Buffer.from(signingChallenge(act.entry)).toString('base64url'),
		expectedOrigin: origin,
		expectedRPID: rpId,
		credential: { id: key.row.id, publicKey, counter: 0 },
		requireUserVerification: true,
	}).catch(() => null)
	if (!verified?.verified || !isAsReadersCheck(key.added.publicKey, answer))
		throw new Refusal('signature_wrong')
	return verified.authenticationInfo.newCounter
}

/**
 * Whether the signature holds as anybody checks it outside, with the public key of the record: the library is content
 * with bytes around the two numbers of a signature that other tools refuse.
 */
function isAsReadersCheck(spki: string, { response }: KeySignature): boolean {
	const [authenticatorData, client, signature] = [
		response.authenticatorData,
		response.clientDataJSON,
		response.signature,
	].map((text) => Buffer.from(text, 'base64url'))
	if (!authenticatorData || !client || !signature) return false
	const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])
	const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
	return verify('sha256', signed, key, signature)
}

function signatureRow(ctx: Context, { act, key, answer }: Signing): ActSignature {
	const { authenticatorData, clientDataJSON, signature } = answer.response
	return {
		recordId: randomUUID(),
		version: 1,
		signedRecordId: act.recordId,
		signedVersion: act.version,
		signedLeafHash: act.leafHash,
		keyId: key.row.id,
		publicKey: key.added.publicKey,
		authenticatorData: base64(authenticatorData),
		clientData: base64(clientDataJSON),
		signature: base64(signature),
		isKeyConfirmed: key.state === 'CONFIRMED',
		organizationId: act.organizationId,
		actorOrganizationId: act.organizationId,
		submittedById: ctx.actor.personId ?? '',
		publishedOn: utcDay(ctx.now),
		publishedAt: ctx.now,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	}
}

/** The alphabet that tools outside browsers read. */
function base64(text: string): string {
	return Buffer.from(text, 'base64url').toString('base64')
}
