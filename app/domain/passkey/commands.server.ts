import { randomBytes, randomUUID } from 'node:crypto'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { lockOrganization, personNumberIn } from '#app/domain/cso-account/queries.server.ts'
import type { AccountEvent } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { findKeyOfRecord, spkiOf } from './queries.server.ts'
import { KEYS_MOST, KEY_ALGORITHMS } from './rules.ts'
import type { KeySite } from './rules.ts'
import type { KeyQuestion, NewKey } from './schema.ts'

/** A key that a browser made in answer to a challenge. */
export type MadeKey = KeyQuestion & {
	/** What was asked for, base64url. */
	readonly challenge: string
	readonly answer: NewKey
}

/** A version of a record. */
export type Version = { readonly recordId: string; readonly version: number }

/** Whether the actor may have keys for an organization: whoever may sign there. Refuses with `not_found`. */
export function holderOfKeys(ctx: Context, organizationId: string): string {
	const { personId } = ctx.actor
	if (personId === null || !may(ctx.actor, 'signature.give', { organizationId, authorId: personId }))
		throw new Refusal('not_found')
	return personId
}

/**
 * Adds a key of the actor's own. Every key waits for a second person, also the first.
 *
 * Refuses  with `not_found`, `key_not_accepted`, `key_known`, `too_many_keys`.
 */
export async function addKey(ctx: Context, site: KeySite, made: MadeKey): Promise<Version> {
	const { organization: organizationId, nickname } = made
	const personId = holderOfKeys(ctx, organizationId)
	const key = await acceptedKey(site, made)
	return ctx.db.$transaction(async (tx) => {
		await lockOrganization(tx, organizationId)
		if (await tx.passkey.findUnique({ where: { id: key.id } })) throw new Refusal('key_known')
		const own = await tx.passkey.findMany({ where: { personId, organizationId } })
		if (own.filter(({ endedAt }) => endedAt === null).length >= KEYS_MOST) throw new Refusal('too_many_keys')
		const { id, counter, coseKey, publicKey } = key
		await tx.passkey.create({
			data: {
				...{ id, personId, organizationId, counter, nickname, publicKey: coseKey },
				isReset: own.length > 0,
				addedAt: ctx.now,
			},
		})
		const about = { recordId: randomUUID(), version: 1, organizationId, personId, keyId: id, publicKey }
		return publish(tx, ctx, { event: 'KEY_ADDED', ...about })
	})
}

/** What the browser made, after everything about it was checked: challenge, origin, host, and that a person unlocked it. */
async function acceptedKey({ origin, rpId }: KeySite, { answer, challenge }: MadeKey) {
	const verified = await verifyRegistrationResponse({
		response: { ...answer, clientExtensionResults: {} },
		expectedChallenge: challenge,
		expectedOrigin: origin,
		expectedRPID: rpId,
		requireUserVerification: true,
		supportedAlgorithmIDs: [...KEY_ALGORITHMS],
	}).catch(() => null)
	const credential = verified?.registrationInfo?.credential
	const publicKey = credential ? spkiOf(credential.publicKey) : null
	if (!credential || publicKey === null) throw new Refusal('key_not_accepted')
	const coseKey = Buffer.from(credential.publicKey).toString('base64url')
	return { id: credential.id, counter: credential.counter, coseKey, publicKey }
}

/**
 * Confirms that a key is that of the colleague whose it is said to be.
 *
 * Refuses  with `not_found`, `same_person`, `key_removed`, `key_confirmed`.
 */
export async function confirmKey(ctx: Context, recordId: string): Promise<Version> {
	return changeKey(ctx, recordId, async (tx, { row, state }) => {
		if (!may(ctx.actor, 'passkey.confirm', row)) throw new Refusal('same_person')
		if (state === 'REMOVED') throw new Refusal('key_removed')
		if (state === 'CONFIRMED') throw new Refusal('key_confirmed')
		const data = { confirmedById: ctx.actor.personId, confirmedAt: ctx.now }
		await tx.passkey.update({ where: { id: row.id }, data })
		return 'KEY_CONFIRMED'
	})
}

/** Removes a key of the actor's own: nothing is signed with it any more. Refuses with `not_found`, `key_removed`. */
export async function removeKey(ctx: Context, recordId: string): Promise<Version> {
	return changeKey(ctx, recordId, async (tx, { row, state }) => {
		if (row.personId !== ctx.actor.personId) throw new Refusal('not_found')
		if (state === 'REMOVED') throw new Refusal('key_removed')
		await tx.passkey.update({ where: { id: row.id }, data: { endedAt: ctx.now } })
		return 'KEY_REMOVED'
	})
}

type Found = Awaited<ReturnType<typeof findKeyOfRecord>>

/** What happens to a key is the next version of the record by which it was added. */
async function changeKey(
	ctx: Context,
	recordId: string,
	change: (tx: Transaction, key: Found) => Promise<AccountEvent>,
): Promise<Version> {
	return ctx.db.$transaction(async (tx) => {
		const { organizationId } = (await findKeyOfRecord(tx, recordId)).row
		holderOfKeys(ctx, organizationId)
		await lockOrganization(tx, organizationId)
		const key = await findKeyOfRecord(tx, recordId)
		const event = await change(tx, key)
		const { keyId, publicKey, personId } = key.added
		const version = key.newest.version + 1
		return publish(tx, ctx, { event, recordId, version, organizationId, personId, keyId, publicKey })
	})
}

type Said = Version & {
	readonly event: AccountEvent
	readonly organizationId: string
	readonly personId: string
	readonly keyId: string
	readonly publicKey: string
}

async function publish(tx: Transaction, ctx: Context, said: Said): Promise<Version> {
	const { organizationId, personId, recordId, version } = said
	const row = accountChangeRow(
		{
			...said,
			personNumber: await personNumberIn(tx, { organizationId, personId }),
			actorOrganizationId: organizationId,
			submittedById: ctx.actor.personId,
		},
		{
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			salt: new Uint8Array(randomBytes(32)),
			privateSalt: new Uint8Array(randomBytes(32)),
		},
	)
	await tx.csoAccountChange.create({ data: row })
	await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
	return { recordId, version }
}
