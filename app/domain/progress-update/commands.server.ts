import { randomBytes, randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf, findPieces, holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Prisma, ProgressUpdateDraft } from '#prisma/generated/client.ts'
import { findNewestAt, findPlace, findStanding, holdMilestone } from './queries.server.ts'
import type { Place, TaskKey } from './queries.server.ts'
import { EVIDENCE_MAX, missingAnswers, reasonNotToFile } from './rules.ts'
import type {
	ChallengesAnswer,
	DoneAnswer,
	EvidenceAnswer,
	EvidenceFileAnswer,
	LevelAnswer,
	ReturnAnswer,
	SeenDraft,
} from './schema.ts'
import { claimRowsFrom, draftView } from './view.ts'
import type { DraftView } from './view.ts'

/** A published act: its record and which version of it this is. */
export type Published = { readonly recordId: string; readonly version: number }

type Change = Pick<
	Prisma.ProgressUpdateDraftUncheckedUpdateInput,
	'isNil' | 'claimedLevel' | 'doneEn' | 'doneId' | 'challenges' | 'challengeText' | 'evidence'
>

/** Answers how far the milestone has come, or that nothing happened; begins the report where there is none. */
export async function answerLevel(ctx: Context, key: TaskKey, answer: LevelAnswer): Promise<DraftView> {
	const isNil = answer.level === 'NIL'
	return changeDraft(ctx, { key, seen: answer.version }, () =>
		isNil ? { isNil, claimedLevel: null } : { isNil, claimedLevel: answer.level },
	)
}

/** Answers what was done. */
export async function answerDone(ctx: Context, key: TaskKey, answer: DoneAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, () => ({
		doneEn: answer.doneEn || null,
		doneId: answer.doneId || null,
	}))
}

/** Answers what stands in the way. */
export async function answerChallenges(
	ctx: Context,
	key: TaskKey,
	answer: ChallengesAnswer,
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, () => ({
		challenges: [...new Set(answer.challenges)],
		challengeText: answer.challenges.includes('OTHER') ? (answer.challengeText ?? null) : null,
	}))
}

/** Adds a link to evidence. The page offers no more than a report may carry; a link too many comes from elsewhere. */
export async function addEvidence(ctx: Context, key: TaskKey, answer: EvidenceAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, ({ evidence }) =>
		withPiece(evidence, linkPiece(answer)),
	)
}

/** Adds a file that has arrived. One that the report has already is not added again. */
export async function addEvidenceFile(
	ctx: Context,
	key: TaskKey,
	answer: EvidenceFileAnswer,
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, async ({ evidence }, tx) => {
		if (evidence.some((piece) => piece.upload === answer.upload)) return null
		return withPiece(evidence, filePiece(answer, await holdReceivedFile(tx, ctx, answer.upload ?? '')))
	})
}

function withPiece(evidence: readonly DraftPiece[], piece: DraftPiece): Change {
	if (evidence.length >= EVIDENCE_MAX) throw new Refusal('changed_meanwhile')
	return { evidence: [...evidence, piece] }
}

/** Takes a piece of evidence out of the report again; positions count from 0. */
export async function removeEvidence(
	ctx: Context,
	key: TaskKey,
	{ version, position }: SeenDraft & { position: number },
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: version }, ({ evidence }) => {
		if (!evidence[position]) throw new Refusal('not_found')
		return { evidence: evidence.filter((_link, at) => at !== position) }
	})
}

/**
 * Sends a report to the institution's lead. Late reports are taken until the checkpoint is locked.
 *
 * Refuses  with `draft_incomplete`, `draft_already_submitted`, `changed_meanwhile`, or the checkpoint's reason.
 */
export async function submitProgressUpdate(
	ctx: Context,
	key: TaskKey,
	{ version }: SeenDraft,
): Promise<DraftView> {
	return ctx.db.$transaction(async (tx) => {
		const place = await ownPlace(tx, ctx, key)
		const { draft } = place
		if (!draft) throw new Refusal('not_found')
		if (!may(ctx.actor, 'progress-update.submit', draft)) throw new Refusal('not_allowed')
		if (draft.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (missingAnswers(draftView(draft), place.startsOn, place.today).length > 0)
			throw new Refusal('draft_incomplete')
		return write(tx, ctx, {
			draft,
			seen: version,
			data: {
				state: 'SUBMITTED',
				submittedById: ctx.actor.personId,
				submittedAt: ctx.now,
				returnedReason: null,
			},
		})
	})
}

/** Sends a report back to its officers with a reason. Refuses with `draft_not_submitted` unless it waits for the lead. */
export async function returnProgressUpdate(
	ctx: Context,
	draftId: string,
	answer: ReturnAnswer,
): Promise<DraftView> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await findDraft(tx, ctx, draftId)
		if (!draft) throw new Refusal('not_found')
		if (!may(ctx.actor, 'progress-update.return', draft)) throw new Refusal('not_allowed')
		if (draft.state !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
		return write(tx, ctx, {
			draft,
			seen: answer.version,
			data: { state: 'RETURNED', submittedById: null, submittedAt: null, returnedReason: answer.reason },
		})
	})
}

/**
 * Approves a report as the second person of its institution and publishes it: the act, its evidence and its leaf
 * in one transaction. What was sent before the checkpoint was locked may be approved after.
 *
 * Refuses  with `same_person`, `draft_not_submitted`, `changed_meanwhile`, `already_published`.
 */
export async function approveProgressUpdate(
	ctx: Context,
	draftId: string,
	{ version }: SeenDraft,
): Promise<Published> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const draft = await findDraft(tx, ctx, draftId)
		if (!draft) throw new Refusal(await reasonForNoDraft(tx, ctx, draftId))
		if (draft.submittedById !== null && draft.submittedById === ctx.actor.personId)
			throw new Refusal('same_person')
		if (!may(ctx.actor, 'progress-update.approve', draft)) throw new Refusal('not_allowed')
		if (draft.state !== 'SUBMITTED') throw new Refusal('draft_not_submitted')

		await holdMilestone(tx, draft.milestoneId)
		const removed = await tx.progressUpdateDraft.deleteMany({ where: { id: draftId, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
		const pieces = draft.isNil ? [] : draftView(draft).evidence
		const act = claimRowsFrom(draft, {
			files: await findFilesOf(tx, { ...draft, recordId: draft.id, pieces }),
			before: await findNewestAt(tx, draft),
			standing: await findStanding(tx, draft.milestoneId),
			approvedById: ctx.actor.personId,
			at: ctx.now,
			...salts,
		})
		await tx.progressUpdate.create({ data: act.row })
		await tx.evidence.createMany({ data: act.evidence })
		await tx.evidenceReader.createMany({ data: act.readers })
		await tx.upload.deleteMany({ where: { id: { in: pieces.flatMap((piece) => piece.upload ?? []) } } })
		await appendAct(tx, actFrom(act))
		return { recordId: act.row.recordId, version: act.row.version }
	})
}

type Seen = { readonly key: TaskKey; readonly seen: number }
type Changed = Change | null

/** One answer of a report: find, may, rule, write. An answer that is there already changes nothing. */
async function changeDraft(
	ctx: Context,
	{ key, seen }: Seen,
	change: (
		before: { readonly evidence: DraftView['evidence'] },
		tx: Transaction,
	) => Changed | Promise<Changed>,
): Promise<DraftView> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const place = await ownPlace(tx, ctx, key)
		if (!may(ctx.actor, 'progress-update.draft', place)) throw new Refusal('not_allowed')
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (place.draft?.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		if (!place.draft && seen !== 0) throw new Refusal('changed_meanwhile')
		const draft = place.draft ?? (await begin(tx, ctx, { place, id }))
		const data = await change(draftView(draft), tx)
		if (data === null) return draftView(draft)
		return write(tx, ctx, { draft, seen: place.draft ? seen : draft.version, data })
	})
}

async function write(
	tx: Transaction,
	ctx: Context,
	{
		draft,
		seen,
		data,
	}: { draft: ProgressUpdateDraft; seen: number; data: Prisma.ProgressUpdateDraftUncheckedUpdateInput },
): Promise<DraftView> {
	const written = await tx.progressUpdateDraft.updateMany({
		where: { id: draft.id, version: seen },
		data: { ...data, version: seen + 1, updatedAt: ctx.now },
	})
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return draftView(await tx.progressUpdateDraft.findUniqueOrThrow({ where: { id: draft.id } }))
}

/** A new report; a correction starts with what was published, and becomes the next version of that record. */
async function begin(
	tx: Transaction,
	ctx: Context,
	{ place, id }: { place: Place; id: string },
): Promise<ProgressUpdateDraft> {
	const published = await findNewestAt(tx, { ...place, checkpointId: place.checkpoint.id })
	const pieces = published ? await findPieces(tx, published, utcDay(ctx.now)) : []
	const made = await tx.progressUpdateDraft.createMany({
		data: {
			id: published?.recordId ?? id,
			milestoneId: place.milestoneId,
			checkpointId: place.checkpoint.id,
			organizationId: place.organizationId,
			authorId: ctx.actor.personId ?? '',
			state: 'DRAFT',
			doneEn: published?.doneEn ?? null,
			doneId: published?.doneId ?? null,
			challenges: published?.challenges ?? [],
			challengeText: published?.challengeText ?? null,
			evidence: pieces,
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
		skipDuplicates: true,
	})
	// Two officers may begin at once; the second sees what the first wrote.
	if (made.count !== 1) throw new Refusal('changed_meanwhile')
	return tx.progressUpdateDraft.findUniqueOrThrow({ where: { id: published?.recordId ?? id } })
}

async function ownPlace(tx: Transaction, ctx: Context, key: TaskKey): Promise<Place> {
	return findPlace(tx, ctx, { key, organizationIds: organizationsOf(ctx.actor, ['IMPLEMENTER']) })
}

/** A draft of the actor's own institutions; of others it does not exist. */
async function findDraft(tx: Transaction, ctx: Context, id: string): Promise<ProgressUpdateDraft | null> {
	return tx.progressUpdateDraft.findFirst({ where: { id, organizationId: { in: ownInstitutions(ctx) } } })
}

/** A draft that is gone may have become an act: then the answer is that, not "not found". */
async function reasonForNoDraft(tx: Transaction, ctx: Context, id: string) {
	const act = await tx.progressUpdate.findFirst({
		where: { recordId: id, organizationId: { in: ownInstitutions(ctx) } },
	})
	return act ? 'already_published' : 'not_found'
}

function ownInstitutions(ctx: Context): string[] {
	return [...organizationsOf(ctx.actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'])]
}
