import { createHash, createPublicKey } from 'node:crypto'
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'
import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { isSealed } from '#app/domain/cso-account/queries.server.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { CsoAccountChange, Organization, Passkey, Person } from '#prisma/generated/client.ts'
import { isConfirmation, keyStateOf } from './rules.ts'
import type { KeyAct } from './rules.ts'
import type { KeyDesk, KeyView } from './view.ts'

type Reading = Pick<Transaction, '$queryRawUnsafe'>
type LoggedChange = CsoAccountChange & { readonly entry: Uint8Array }

/** The acts about some keys, in the order of the log. A row that is not what its leaf seals is no act. */
export async function findKeyActs(db: Reading, keyIds: readonly string[]): Promise<readonly KeyAct[]> {
	if (keyIds.length === 0) return []
	const rows = await db.$queryRawUnsafe<LoggedChange[]>(
		`SELECT c.*, e."entry" FROM "CsoAccountChange" c
		 JOIN "LedgerEntry" e ON e."recordId" = c."recordId" AND e."version" = c."version"
		 WHERE c."keyId" = ANY($1::text[]) AND e."kind" = 'cso-account.changed' ORDER BY e."index"`,
		[...keyIds],
	)
	return rows.filter(isSealed).flatMap((row): readonly KeyAct[] => {
		const { recordId, version, event, keyId, publicKey, organizationId } = row
		const { personId, submittedById, publishedOn } = row
		if (keyId === null || publicKey === null || personId === null) return []
		const about = { recordId, version, event, keyId, publicKey, organizationId }
		return [{ ...about, personId, submittedById, publishedOn }]
	})
}

/** The keys among some that a second person has confirmed by now. */
export async function confirmedKeyIds(db: Reading, keyIds: readonly string[]): Promise<ReadonlySet<string>> {
	const acts = await findKeyActs(db, [...new Set(keyIds)])
	return new Set(acts.filter(isConfirmation).map(({ keyId }) => keyId))
}

/** A stored key with the acts that stand behind it; null where none does, or they say something else of it. */
export async function findBackedKey(db: Reading & Pick<Transaction, 'passkey'>, keyId: string) {
	const row = await db.passkey.findUnique({ where: { id: keyId } })
	if (!row) return null
	const acts = await findKeyActs(db, [keyId])
	return backed(row, acts)
}

function backed(row: Passkey, all: readonly KeyAct[]) {
	const acts = all.filter(({ keyId }) => keyId === row.id)
	const [added] = acts.filter(({ event }) => event === 'KEY_ADDED')
	const state = keyStateOf(acts)
	if (!added || !state) return null
	const isIts =
		added.personId === row.personId &&
		added.organizationId === row.organizationId &&
		added.publicKey === spkiOf(Buffer.from(row.publicKey, 'base64url'))
	return isIts ? { row, added, state, newest: acts[acts.length - 1] ?? added } : null
}

/** The key that a record says was added. Refuses with `not_found`. */
export async function findKeyOfRecord(
	db: Reading & Pick<Transaction, 'passkey' | 'csoAccountChange'>,
	recordId: string,
) {
	const change = await db.csoAccountChange.findFirst({ where: { recordId, event: 'KEY_ADDED' } })
	const key = change?.keyId ? await findBackedKey(db, change.keyId) : null
	if (!key || key.added.recordId !== recordId) throw new Refusal('not_found')
	return key
}

/** The own keys, removed ones too, and those of colleagues that wait for a second person. */
export async function findKeyDesk(ctx: Context): Promise<KeyDesk> {
	const ids = organizationsOf(ctx.actor, CSO_ROLES)
	const rows = await ctx.db.passkey.findMany({
		where: { organizationId: { in: [...ids] } },
		orderBy: [{ addedAt: 'desc' }, { id: 'asc' }],
	})
	const today = utcDay(ctx.now)
	const [acts, organizations, appointments] = await Promise.all([
		findKeyActs(
			ctx.db,
			rows.map(({ id }) => id),
		),
		ctx.db.organization.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } }),
		ctx.db.appointment.findMany({
			where: { organizationId: { in: [...ids] }, role: { in: [...CSO_ROLES] } },
			include: { person: true },
		}),
	])
	const people = appointments.filter((one) => holdsOn(one, today))
	const views = rows.flatMap((row) => {
		const key = backed(row, acts)
		const held = people.find(
			(one) => one.personId === row.personId && one.organizationId === row.organizationId,
		)
		const organization = organizations.find(({ id }) => id === row.organizationId)
		return key && held && organization
			? [{ row, view: keyView(key, { organization, owner: held.person }) }]
			: []
	})
	return {
		own: views.filter(({ row }) => row.personId === ctx.actor.personId).map(({ view }) => view),
		waiting: views
			.filter(({ row, view }) => view.state === 'UNCONFIRMED' && may(ctx.actor, 'passkey.confirm', row))
			.map(({ view }) => view),
		organizations: organizations.map(({ id, nameEn, nameId }) => ({ id, name: { en: nameEn, id: nameId } })),
	}
}

/** One key of a desk. Refuses with `not_found`. */
export async function findKeyOnDesk(ctx: Context, recordId: string, of: 'own' | 'waiting'): Promise<KeyView> {
	const found = (await findKeyDesk(ctx))[of].find((key) => key.recordId === recordId)
	if (!found) throw new Refusal('not_found')
	return found
}

type Backed = NonNullable<ReturnType<typeof backed>>

function keyView({ row, added, state }: Backed, of: { organization: Organization; owner: Person }): KeyView {
	const { id, nameEn, nameId } = of.organization
	return {
		recordId: added.recordId,
		nickname: row.nickname,
		organization: { id, name: { en: nameEn, id: nameId } },
		owner: of.owner.displayName,
		addedOn: added.publishedOn,
		state,
		isReset: row.isReset,
		mark: markOf(added.publicKey),
	}
}

/** The first 64 bits of the SHA-256 of a public key, in groups of four. */
export function markOf(publicKey: string): string {
	const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
	return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

/** A COSE key as SubjectPublicKeyInfo in base64, which every other tool reads; null for a kind that is not taken. */
export function spkiOf(coseKey: Uint8Array): string | null {
	try {
		const key = decodeCredentialPublicKey(new Uint8Array(coseKey))
		const jwk = cose.isCOSEPublicKeyEC2(key) ? ecJwk(key) : cose.isCOSEPublicKeyRSA(key) ? rsaJwk(key) : null
		if (jwk === null) return null
		return createPublicKey({ key: jwk, format: 'jwk' })
			.export({ type: 'spki', format: 'der' })
			.toString('base64')
	} catch {
		return null
	}
}

function ecJwk(key: cose.COSEPublicKeyEC2) {
	const [x, y] = [key.get(cose.COSEKEYS.x), key.get(cose.COSEKEYS.y)]
	return x && y ? { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) } : null
}

function rsaJwk(key: cose.COSEPublicKeyRSA) {
	const [n, e] = [key.get(cose.COSEKEYS.n), key.get(cose.COSEKEYS.e)]
	return n && e ? { kty: 'RSA', n: text(n), e: text(e) } : null
}

function text(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url')
}
