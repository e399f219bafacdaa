import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { confirmedKeyIds, findKeyActs } from '#app/domain/passkey/queries.server.ts'
import { keyStateOf } from '#app/domain/passkey/rules.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { entryBytes, leafHash } from '#app/ledger/leaf.ts'
import type { ActSignature } from '#prisma/generated/client.ts'
import { isSignedKind } from './rules.ts'
import type { SignatureView, SignedKind, SigningView } from './rules.ts'

type Key = { readonly recordId: string; readonly version: number }
type Tables = Pick<Transaction, 'verification' | 'verifierDecision' | 'recusal'>

/** Who published an act in person, and for which organization; null where nobody did. */
async function authorOf(db: Tables, kind: SignedKind, key: Key) {
	const where = { recordId_version: key }
	if (kind === 'verification.published') {
		const found = await db.verification.findUnique({ where })
		return found && { organizationId: found.organizationId, authorId: found.authorId }
	}
	const found =
		kind === 'recusal.published'
			? await db.recusal.findUnique({ where })
			: await db.verifierDecision.findUnique({ where })
	return found && { organizationId: found.organizationId, authorId: found.submittedById }
}

/**
 * The act of the actor's own that is to be signed, with its entry in the log.
 *
 * Refuses  with `not_found`, `withdrawn`, `act_not_signed` for kinds that nobody signs, `act_of_another`, and with
 *          `record_differs` where it is not what was published.
 */
export async function findOwnAct(ctx: Context, recordId: string, version?: number) {
	const { entry, content, matchesEntry } = await findRecord(ctx, recordId, version)
	if (content.kind === 'verification.withdrawn') throw new Refusal('withdrawn')
	if (!isSignedKind(content.kind)) throw new Refusal('act_not_signed')
	const author = await authorOf(ctx.db, content.kind, { recordId, version: entry.version })
	if (!author || !may(ctx.actor, 'signature.give', author)) throw new Refusal('act_of_another')
	if (!matchesEntry) throw new Refusal('record_differs')
	const bytes = entryBytes(entry)
	return {
		...{ recordId, version: entry.version, day: entry.day, contentHash: entry.contentHash },
		kind: content.kind,
		organizationId: author.organizationId,
		entry: bytes,
		leafHash: Buffer.from(leafHash(bytes)).toString('hex'),
	}
}

/** The same with its signatures, and the keys with which the actor could still sign it. */
export async function findSigning(ctx: Context, recordId: string, version?: number): Promise<SigningView> {
	const { leafHash: _leafHash, entry, ...act } = await findOwnAct(ctx, recordId, version)
	const { organizationId } = act
	const [signatures, keys] = await Promise.all([
		listSignatures(ctx.db, act),
		ctx.db.passkey.findMany({
			where: { personId: ctx.actor.personId ?? '', organizationId, endedAt: null },
			orderBy: [{ addedAt: 'desc' }, { id: 'asc' }],
		}),
	])
	const acts = await findKeyActs(
		ctx.db,
		keys.map(({ id }) => id),
	)
	const free = keys.filter(({ id }) => {
		const state = keyStateOf(acts.filter(({ keyId }) => keyId === id))
		return state !== null && state !== 'REMOVED' && !signatures.some(({ keyId }) => keyId === id)
	})
	return {
		...act,
		entry: Buffer.from(entry).toString('utf8'),
		signatures,
		freeKeys: free.map(({ id, nickname }) => ({ id, nickname })),
	}
}

/** Whether an act is the actor's own to sign, for a link to where it is signed. */
export async function isOwnToSign(
	ctx: Context,
	{ kind, ...key }: Key & { readonly kind: string },
): Promise<boolean> {
	if (!isSignedKind(kind)) return false
	const author = await authorOf(ctx.db, kind, { recordId: key.recordId, version: key.version })
	return author !== null && may(ctx.actor, 'signature.give', author)
}

/** The same for a record as it is shown; null where it is of a kind that nobody signs, or is not shown. */
export async function signaturesUnder(
	db: Pick<Transaction, 'actSignature' | '$queryRawUnsafe'>,
	{ content, ...key }: Key & { readonly content: { readonly kind: string } | null },
): Promise<readonly SignatureView[] | null> {
	return content && isSignedKind(content.kind) ? listSignatures(db, key) : null
}

/** The signatures under one version of an act, those with a confirmed key first. */
export async function listSignatures(
	db: Pick<Transaction, 'actSignature' | '$queryRawUnsafe'>,
	{ recordId, version }: Key,
): Promise<readonly SignatureView[]> {
	const rows = await db.actSignature.findMany({
		where: { signedRecordId: recordId, signedVersion: version },
		orderBy: [{ publishedAt: 'asc' }, { recordId: 'asc' }],
	})
	return (await withKeysNow(db, rows)).map((row) => ({
		recordId: row.recordId,
		keyId: row.keyId,
		isKeyConfirmed: row.isKeyConfirmed,
		publishedOn: row.publishedOn,
	}))
}

/** Signatures with how their keys stand by now, those with a confirmed key first: a key may be confirmed afterwards. */
export async function withKeysNow<Row extends Pick<ActSignature, 'keyId' | 'isKeyConfirmed'>>(
	db: Pick<Transaction, '$queryRawUnsafe'>,
	rows: readonly Row[],
): Promise<readonly Row[]> {
	const confirmed = await confirmedKeyIds(
		db,
		rows.map(({ keyId }) => keyId),
	)
	const now = rows.map((row) => ({ ...row, isKeyConfirmed: row.isKeyConfirmed || confirmed.has(row.keyId) }))
	return now.sort((a, b) => Number(b.isKeyConfirmed) - Number(a.isKeyConfirmed))
}
