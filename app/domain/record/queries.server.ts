import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { openedParts } from '#app/domain/evidence/view.ts'
import { findHiding } from '#app/domain/observation/queries.server.ts'
import { findContributionHiding } from '#app/domain/public-contribution/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { actsOf } from '#app/domain/stored-act/queries.server.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import { actFrom, findingOf, leafIn, readableContent } from './view.ts'
import type { RecordView } from './view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'

/**
 * One act as anyone can check it, its content worked out anew from what is stored. Without a version: the newest.
 *
 * Refuses  with `withdrawn` where it is a finding that its author withdrew; with `observation_hidden` or
 *          `contribution_hidden` where the host hid it; with `not_found` where there is no leaf, or nothing is left of what it seals.
 */
export async function findRecord(
	ctx: Pick<Context, 'db' | 'withdrawals' | 'now'>,
	recordId: string,
	version?: number,
): Promise<RecordView> {
	const leaf = await ctx.db.ledgerEntry.findFirst({
		where: { recordId, ...(version === undefined ? {} : { version }) },
		orderBy: { version: 'desc' },
	})
	if (!leaf) throw new Refusal('not_found')
	const act = await actOf(ctx.db, { recordId, version: leaf.version })
	// The withdrawal itself stays to be seen; what it withdraws does not.
	const finding = act && (await findingUnder(ctx.db, act))
	if (act?.kind !== 'verification.withdrawn' && (await isWithdrawn(ctx, finding ?? recordId)))
		throw new Refusal('withdrawn')
	if (await findHiding(ctx.db, recordId)) throw new Refusal('observation_hidden')
	if (await findContributionHiding(ctx.db, recordId)) throw new Refusal('contribution_hidden')
	const content = act && readableContent(act)
	const entry = leafIn(leaf.entry) ?? (act && content && (await leafFrom(ctx.db, act)))
	if (!act || !content || !entry) throw new Refusal('not_found')
	const opened = 'evidence' in act ? openedParts(act.evidence, utcDay(ctx.now)) : []
	return {
		entry,
		salt: Buffer.from(act.row.salt).toString('base64'),
		content,
		index: leaf.index,
		matchesEntry: contentHash(act.row.salt, content) === entry.contentHash,
		...(opened.length === 0 ? {} : { opened }),
	}
}

/**
 * The same, with the entry that was signed: where another one is stored and the act is still what was sealed, the
 * entry is made anew from it. Where it cannot be, what is stored is given: whoever checks it finds the difference.
 */
export async function findSignedRecord(
	ctx: Pick<Context, 'db' | 'withdrawals' | 'now'>,
	key: Key,
	leafHashAt: (index: number) => Uint8Array | null,
): Promise<RecordView> {
	const record = await findRecord(ctx, key.recordId, key.version)
	const signed = leafHashAt(record.index)
	const isSigned = (entry: RecordView['entry']) =>
		signed === null || Buffer.compare(leafHash(entryBytes(entry)), signed) === 0
	if (isSigned(record.entry)) return record
	const act = await actOf(ctx.db, key)
	const made = act && (await leafFrom(ctx.db, act))
	return made && isSigned(made) ? { ...record, entry: made, matchesEntry: true } : record
}

/** The finding that an act is about; a signature may stand under a decision about one. */
export async function findingUnder(
	db: Pick<Transaction, 'verifierDecision'>,
	act: ActRows,
): Promise<string | null> {
	const about = findingOf(act)
	if (about === null || act.kind !== 'signature.published') return about
	const decision = await db.verifierDecision.findFirst({ where: { recordId: about } })
	return decision?.verificationRecordId ?? about
}

/** The leaf that an act has in the log, as long as neither it nor the leaf before it was changed. */
async function leafFrom(db: Transaction, act: ActRows): Promise<RecordView['entry']> {
	const { content, salt, ...said } = actFrom(act)
	const before = await db.ledgerEntry.findFirst({
		where: { recordId: said.recordId, version: { lt: said.version } },
		orderBy: { version: 'desc' },
	})
	const previous = before && Buffer.from(before.leafHash).toString('hex')
	return { ...said, contentHash: contentHash(salt, content), previous }
}

type Key = { readonly recordId: string; readonly version: number }
type Reading = Pick<Transaction, '$queryRawUnsafe'>

async function actOf(db: Reading, { recordId, version }: Key): Promise<ActRows | null> {
	return (await actsOf(db, recordId)).find((one) => one.version === version)?.act ?? null
}
