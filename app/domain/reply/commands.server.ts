import { randomBytes, randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf, findPieces, holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { holdSubject, threadRow } from '#app/domain/finding-thread/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Prisma, Reply, ReplyDraft } from '#prisma/generated/client.ts'
import { findReplyGround } from './queries.server.ts'
import type { ReplyGround } from './queries.server.ts'
import { REPLY_EVIDENCE_MAX, isLate, reasonNotToReply, saysSomething } from './rules.ts'
import type { ReplyAnswer, ReplyFileAnswer, ReplyLinkAnswer, SeenReply } from './schema.ts'
import { replyDraftView, replyRowsFrom } from './view.ts'
import type { ReplyDraftView } from './view.ts'

/**
 * Writes the texts of an institution's reply. Where the institution has replied already, the draft of its correction
 * begins from what it published.
 *
 * Refuses  with `finding_not_adverse`, `finding_withdrawn`, `reply_published`, `changed_meanwhile`.
 */
export async function answerReply(
	ctx: Context,
	recordId: string,
	answer: ReplyAnswer,
): Promise<ReplyDraftView> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const ground = await openGround(tx, ctx, recordId)
		const texts = { textEn: answer.textEn || null, textId: answer.textId || null }
		if (ground.draft) return write(tx, ctx, { draft: ground.draft, seen: answer.version, data: texts })
		if ((ground.published?.version ?? 0) !== answer.after) throw new Refusal('reply_published')
		if (answer.version !== 0) throw new Refusal('changed_meanwhile')
		return begin(tx, ctx, { ground, id, data: { ...texts, verificationVersion: answer.findingVersion } })
	})
}

type Begun = {
	readonly ground: ReplyGround
	readonly id: string
	readonly data: {
		readonly textEn: string | null
		readonly textId: string | null
		readonly verificationVersion: number
	}
}

async function begin(tx: Transaction, ctx: Context, { ground, id, data }: Begun): Promise<ReplyDraftView> {
	const { finding, organizationId, published } = ground
	// Of a published reply its evidence is taken over, to be added to or taken out.
	const evidence = published ? await findPieces(tx, published, utcDay(ctx.now)) : []
	const begun = await tx.replyDraft.createMany({
		data: {
			id,
			verificationRecordId: finding.recordId,
			...data,
			verificationVersion: Math.min(data.verificationVersion, finding.version),
			commitmentId: finding.commitmentId,
			milestoneId: finding.milestoneId,
			organizationId,
			authorId: ctx.actor.personId ?? '',
			evidence,
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
		skipDuplicates: true,
	})
	// A colleague began at the same moment.
	if (begun.count !== 1) throw new Refusal('changed_meanwhile')
	return replyDraftView(await tx.replyDraft.findUniqueOrThrow({ where: { id } }))
}

/** Adds a link. The page offers no more than a reply may carry; one too many comes from elsewhere. */
export async function addReplyLink(
	ctx: Context,
	recordId: string,
	answer: ReplyLinkAnswer,
): Promise<ReplyDraftView> {
	return changeReply(ctx, { recordId, seen: answer.version }, ({ evidence }) =>
		withPiece(evidence, linkPiece(answer)),
	)
}

/** Adds a file that has arrived. One that the reply has already is not added again. */
export async function addReplyFile(
	ctx: Context,
	recordId: string,
	answer: ReplyFileAnswer,
): Promise<ReplyDraftView> {
	return changeReply(ctx, { recordId, seen: answer.version }, async ({ evidence }, tx) => {
		if (evidence.some((piece) => piece.upload === answer.upload)) return null
		return withPiece(evidence, filePiece(answer, await holdReceivedFile(tx, ctx, answer.upload ?? '')))
	})
}

function withPiece(evidence: readonly DraftPiece[], piece: DraftPiece): Change {
	if (evidence.length >= REPLY_EVIDENCE_MAX) throw new Refusal('changed_meanwhile')
	return { evidence: [...evidence, piece] }
}

/** Takes a piece of evidence out again; positions count from 0. */
export async function removeReplyEvidence(
	ctx: Context,
	recordId: string,
	{ version, position }: SeenReply & { readonly position: number },
): Promise<ReplyDraftView> {
	return changeReply(ctx, { recordId, seen: version }, ({ evidence }) => {
		if (!evidence[position]) throw new Refusal('not_found')
		return { evidence: evidence.filter((_piece, at) => at !== position) }
	})
}

/** Lets the draft go to the newest version of the finding; what was written stays, to be read again beside it. */
export async function replyToNewest(
	ctx: Context,
	recordId: string,
	{ version }: SeenReply,
): Promise<ReplyDraftView> {
	return ctx.db.$transaction(async (tx) => {
		const { draft, finding } = await openGround(tx, ctx, recordId)
		if (!draft) throw new Refusal('changed_meanwhile')
		if (draft.verificationVersion === finding.version) return replyDraftView(draft)
		return write(tx, ctx, { draft, seen: version, data: { verificationVersion: finding.version } })
	})
}

type Published = { readonly recordId: string; readonly version: number }

/**
 * Publishes an institution's reply: the act, its evidence and its leaf in one transaction. After the clock it is taken
 * and marked as late. Sent once more with the same words, it is the reply that was published.
 *
 * Refuses  with `finding_not_adverse`, `finding_withdrawn`, `finding_changed`, `draft_incomplete`, `reply_published`,
 *          `changed_meanwhile`.
 */
export async function publishReply(
	ctx: Context,
	recordId: string,
	{ version, ...words }: ReplyAnswer,
): Promise<Published> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		await holdSubject(tx, (await findReplyGround(tx, ctx, recordId)).finding)
		const found = await findReplyGround(tx, ctx, recordId)
		if (!found.draft) return alreadyPublished(found.published, words)
		const ground = await openGround(tx, ctx, recordId)
		const { draft, published, dueOn } = { ...ground, draft: found.draft }
		if (draft.version !== version) throw new Refusal('changed_meanwhile')
		if (draft.verificationVersion !== ground.finding.version) throw new Refusal('finding_changed')
		if (!saysSomething({ en: draft.textEn, id: draft.textId })) throw new Refusal('draft_incomplete')

		const { evidence: pieces } = replyDraftView(draft)
		const key = published
			? { recordId: published.recordId, version: published.version + 1 }
			: { recordId: id, version: 1 }
		const files = await findFilesOf(tx, { ...draft, recordId: await takenOverFrom(tx, draft), pieces })
		const act = replyRowsFrom(draft, {
			...key,
			dueOn,
			isLate: isLate(dueOn, ground.today),
			personId: ctx.actor.personId ?? '',
			files,
			at: ctx.now,
			...salts,
		})
		const removed = await tx.replyDraft.deleteMany({ where: { id: draft.id, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
		await tx.reply.create({ data: act.row })
		await tx.evidence.createMany({ data: act.evidence })
		await tx.evidenceReader.createMany({ data: act.readers })
		await tx.upload.deleteMany({ where: { id: { in: pieces.flatMap((piece) => piece.upload ?? []) } } })
		await appendAct(tx, actFrom(act))
		return key
	})
}

/** The reply whose files a correction takes over: to this version of the finding, or to one before it. */
async function takenOverFrom(tx: Transaction, draft: ReplyDraft): Promise<string> {
	const { verificationRecordId, organizationId } = draft
	const before = await tx.reply.findFirst({
		where: { verificationRecordId, organizationId },
		orderBy: { verificationVersion: 'desc' },
	})
	return before?.recordId ?? ''
}

/** The same form again is the reply that it published; other words are kept, beside what a colleague published. */
function alreadyPublished(published: Reply | null, words: Pick<ReplyAnswer, 'textEn' | 'textId'>): Published {
	if (!published) throw new Refusal('changed_meanwhile')
	const isSame = (words.textEn || null) === published.textEn && (words.textId || null) === published.textId
	if (!isSame) throw new Refusal('reply_published')
	return { recordId: published.recordId, version: published.version }
}

/** The ground of a reply that may still be written, with its clock. */
async function openGround(tx: Transaction, ctx: Context, recordId: string) {
	const ground = await findReplyGround(tx, ctx, recordId)
	const thread = await threadRow(tx, ctx, ground.finding)
	const reason = reasonNotToReply(thread)
	const { dueOn } = thread
	if (reason !== null || dueOn === null) throw new Refusal(reason ?? 'finding_not_adverse')
	return { ...ground, dueOn, today: thread.today }
}

type Change = Prisma.ReplyDraftUncheckedUpdateInput

/** One change of the draft that everyone of the institution shares. One that is there already changes nothing. */
async function changeReply(
	ctx: Context,
	{ recordId, seen }: { readonly recordId: string; readonly seen: number },
	change: (before: ReplyDraftView, tx: Transaction) => Change | null | Promise<Change | null>,
): Promise<ReplyDraftView> {
	return ctx.db.$transaction(async (tx) => {
		const { draft, published } = await openGround(tx, ctx, recordId)
		if (!draft) throw new Refusal(published ? 'already_published' : 'changed_meanwhile')
		const data = await change(replyDraftView(draft), tx)
		return data === null ? replyDraftView(draft) : write(tx, ctx, { draft, seen, data })
	})
}

type Written = { readonly draft: ReplyDraft; readonly seen: number; readonly data: Change }

async function write(tx: Transaction, ctx: Context, { draft, seen, data }: Written): Promise<ReplyDraftView> {
	const written = await tx.replyDraft.updateMany({
		where: { id: draft.id, version: seen },
		data: { ...data, authorId: ctx.actor.personId ?? '', version: seen + 1, updatedAt: ctx.now },
	})
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return replyDraftView(await tx.replyDraft.findUniqueOrThrow({ where: { id: draft.id } }))
}
