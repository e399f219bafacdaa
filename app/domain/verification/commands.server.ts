import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { missingIn } from '#app/domain/conflict/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf, holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { checksIn, findingDraft, saysTheSame, verificationRowsFrom } from '#app/domain/finding-draft/view.ts'
import type { FindingDraft } from '#app/domain/finding-draft/view.ts'
import {
	findGroundOfDraft,
	findNewerClaim,
	findOpenGround,
	opened,
} from '#app/domain/finding-ground/queries.server.ts'
import type { Ground, SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import { lacksReview } from '#app/domain/finding-review/rules.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Evidence, Prisma, Verification, VerificationDraft } from '#prisma/generated/client.ts'
import { draftOn, findNewestFinding, isOwnFinding, ownDrafts } from './queries.server.ts'
import { VERIFICATION_EVIDENCE_MAX, findingFaults } from './rules.ts'
import type {
	FindingAnswer,
	FindingEvidenceAnswer,
	FindingFileAnswer,
	ReasonsAnswer,
	SeenFinding,
} from './schema.ts'

/** Begins a finding, or goes on with the one begun. Refuses with `declaration_missing`, or what stands against it. */
export async function beginVerification(ctx: Context, key: SubjectKey): Promise<FindingDraft> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const ground = await findOpenGround(tx, ctx, key)
		if (missingIn(ground.declarations).length > 0) throw new Refusal('declaration_missing')
		const begun = await tx.verificationDraft.findFirst({ where: draftOn(ctx, ground) })
		return findingDraft(begun ?? (await begin(tx, ctx, { ground, id })))
	})
}

/** Answers which level was found, and what that says about the claim. */
export async function answerFinding(
	ctx: Context,
	draftId: string,
	answer: FindingAnswer,
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: answer.version }, () => ({
		verifiedLevel: answer.level === 'NONE' ? null : answer.level,
		outcome: answer.outcome,
	}))
}

/** Answers how it was found out, how sure the monitor is, what they checked, and why they say so. */
export async function answerReasons(
	ctx: Context,
	draftId: string,
	answer: ReasonsAnswer,
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: answer.version }, async (before, tx, ground) => {
		const followsUp = answer.followsUp || null
		const { organizationId, commitmentId } = ground
		const isOwn =
			followsUp === null ||
			(await isOwnFinding(tx, ctx, { recordId: followsUp, organizationId, commitmentId }))
		if (!isOwn || followsUp === before.id) throw new Refusal('changed_meanwhile')
		return {
			method: answer.method,
			furtherMethods: (answer.furtherMethods ?? []).filter((method) => method !== answer.method),
			confidence: answer.confidence,
			confidenceNeedsEn: answer.confidenceNeedsEn || null,
			confidenceNeedsId: answer.confidenceNeedsId || null,
			protocolChecks: checksIn(answer, ground.checks),
			followsUpRecordId: followsUp,
			rationaleEn: answer.rationaleEn || null,
			rationaleId: answer.rationaleId || null,
		}
	})
}

/** Adds a piece of evidence. The page offers no more than a finding may carry; one too many comes from elsewhere. */
export async function addFindingEvidence(
	ctx: Context,
	draftId: string,
	answer: FindingEvidenceAnswer,
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: answer.version }, ({ evidence }) =>
		withPiece(evidence, linkPiece(answer)),
	)
}

/** Adds a file that has arrived. One that the finding has already is not added again. */
export async function addFindingFile(
	ctx: Context,
	draftId: string,
	answer: FindingFileAnswer,
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: answer.version }, async ({ evidence }, tx) => {
		if (evidence.some((piece) => piece.upload === answer.upload)) return null
		return withPiece(evidence, filePiece(answer, await holdReceivedFile(tx, ctx, answer.upload ?? '')))
	})
}

function withPiece(evidence: readonly DraftPiece[], piece: DraftPiece): Change {
	if (evidence.length >= VERIFICATION_EVIDENCE_MAX) throw new Refusal('changed_meanwhile')
	return { evidence: [...evidence, piece] }
}

/** Takes a piece of evidence out again; positions count from 0. */
export async function removeFindingEvidence(
	ctx: Context,
	draftId: string,
	{ version, position }: SeenFinding & { position: number },
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: version }, ({ evidence }) => {
		if (!evidence[position]) throw new Refusal('not_found')
		return { evidence: evidence.filter((_piece, at) => at !== position) }
	})
}

/** Takes up the claim that superseded the one being judged; what was written stays, to be read again beside it. */
export async function judgeNewestClaim(
	ctx: Context,
	draftId: string,
	{ version }: SeenFinding,
): Promise<FindingDraft> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await ownDraft(tx, ctx, draftId)
		const newer = await findNewerClaim(tx, draft)
		if (!newer) return findingDraft(draft)
		return write(tx, ctx, {
			draftId,
			seen: version,
			data: { claimRecordId: newer.recordId, claimVersion: newer.version, checkpointId: newer.checkpointId },
		})
	})
}

/**
 * Publishes a finding under the author's own control: the act, its evidence and its leaf in one transaction. The
 * next finding of the same CSO on the same thing and checkpoint is the next version of the same record.
 *
 * Refuses  with `declaration_missing`, `claim_superseded`, `draft_incomplete`, `review_missing`, `same_finding`,
 *          `changed_meanwhile`, `already_published`, or what stands against a finding today.
 */
export async function publishVerification(
	ctx: Context,
	draftId: string,
	{ version }: SeenFinding,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const draft = await ownDraft(tx, ctx, draftId)
		const ground = opened(await findGroundOfDraft(tx, ctx, draft))
		if (!may(ctx.actor, 'verification.publish', { ...draft, memberId: ground.memberId }))
			throw new Refusal('not_allowed')
		await holdSubject(tx, ground)
		// Whoever pressed the button twice waited here for the first of the two.
		await ownDraft(tx, ctx, draftId)
		await refuseUnready(tx, draft, ground)
		const { evidence: pieces } = findingDraft(draft)
		const files = await findFilesOf(tx, { ...draft, recordId: draft.id, pieces })
		const before = await findNewestFinding(tx, ctx, draft)
		const said = await withoutHiddenFollowUp(tx, ctx, draft)
		const act = verificationRowsFrom(said, { before, conflict: ground, files, at: ctx.now, ...salts })
		if (!act) throw new Refusal('draft_incomplete')
		if (before && saysTheSame(act, { row: before, evidence: await evidenceOf(tx, before) }))
			throw new Refusal('same_finding')
		const removed = await tx.verificationDraft.deleteMany({ where: { id: draftId, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
		await tx.verification.create({ data: act.row })
		await tx.evidence.createMany({ data: act.evidence })
		await tx.evidenceReader.createMany({ data: act.readers })
		await tx.upload.deleteMany({ where: { id: { in: pieces.flatMap((piece) => piece.upload ?? []) } } })
		await appendAct(tx, actFrom(act))
		return { recordId: act.row.recordId, version: act.row.version }
	})
}

/** A finding that was withdrawn since it was chosen is not followed up any more; the check page did not name it either. */
async function withoutHiddenFollowUp(
	tx: Transaction,
	ctx: Context,
	draft: VerificationDraft,
): Promise<VerificationDraft> {
	const { followsUpRecordId: recordId, organizationId, commitmentId } = draft
	if (recordId === null || (await isOwnFinding(tx, ctx, { recordId, organizationId, commitmentId })))
		return draft
	return { ...draft, followsUpRecordId: null }
}

/** Keeps others from publishing on the same commitment or milestone until the transaction ends. */
async function holdSubject(tx: Transaction, { milestoneId, commitmentId }: Ground): Promise<void> {
	const [table, id] = milestoneId === null ? ['Commitment', commitmentId] : ['Milestone', milestoneId]
	await tx.$queryRawUnsafe(`SELECT "id" FROM "${table}" WHERE "id" = $1 FOR UPDATE`, id)
}

async function refuseUnready(tx: Transaction, draft: VerificationDraft, ground: Ground): Promise<void> {
	if (missingIn(ground.declarations).length > 0) throw new Refusal('declaration_missing')
	if (await findNewerClaim(tx, draft)) throw new Refusal('claim_superseded')
	const finding = findingDraft(draft)
	if (findingFaults(finding, ground.claim?.level ?? null).length > 0) throw new Refusal('draft_incomplete')
	if (lacksReview(finding.review, ground.reviewsFindings)) throw new Refusal('review_missing')
}

async function evidenceOf(tx: Transaction, { recordId, version }: Verification): Promise<Evidence[]> {
	return tx.evidence.findMany({ where: { recordId, recordVersion: version }, orderBy: { position: 'asc' } })
}

async function begin(
	tx: Transaction,
	ctx: Context,
	{ ground, id }: { ground: Ground; id: string },
): Promise<VerificationDraft> {
	const { commitmentId, milestoneId, organizationId } = ground
	const checkpointId = ground.checkpoint?.id ?? null
	const before = await findNewestFinding(tx, ctx, { ...ground, checkpointId })
	const taken = before && (await tx.verificationDraft.findUnique({ where: { id: before.recordId } }))
	return tx.verificationDraft.create({
		data: {
			// A draft that will become a record's next version bears the record's id, unless a colleague's does.
			id: before && !taken ? before.recordId : id,
			commitmentId,
			milestoneId,
			checkpointId,
			organizationId,
			claimRecordId: ground.claim?.recordId ?? null,
			claimVersion: ground.claim?.version ?? null,
			authorId: ctx.actor.personId ?? '',
			evidence: [],
			supersedes: before?.recordId ?? null,
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
	})
}

type Seen = { readonly draftId: string; readonly seen: number }
type Change = Prisma.VerificationDraftUncheckedUpdateInput
type Changed = Change | null

/** One answer of a finding: find, may, write. An answer that is there already changes nothing. */
async function changeFinding(
	ctx: Context,
	{ draftId, seen }: Seen,
	change: (before: FindingDraft, tx: Transaction, ground: Ground) => Changed | Promise<Changed>,
): Promise<FindingDraft> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await ownDraft(tx, ctx, draftId)
		const ground = opened(await findGroundOfDraft(tx, ctx, draft))
		const data = await change(findingDraft(draft), tx, ground)
		return data === null ? findingDraft(draft) : write(tx, ctx, { draftId, seen, data })
	})
}

async function write(
	tx: Transaction,
	ctx: Context,
	{ draftId, seen, data }: Seen & { data: Change },
): Promise<FindingDraft> {
	const written = await tx.verificationDraft.updateMany({
		where: { id: draftId, version: seen },
		data: { ...data, version: seen + 1, updatedAt: ctx.now },
	})
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return findingDraft(await tx.verificationDraft.findUniqueOrThrow({ where: { id: draftId } }))
}

/** A draft of the actor's own. One that is gone may have become an act: then the answer is that. */
async function ownDraft(tx: Transaction, ctx: Context, draftId: string): Promise<VerificationDraft> {
	const own = ownDrafts(ctx)
	const draft = await tx.verificationDraft.findFirst({ where: { ...own, id: draftId } })
	if (draft) return draft
	const act = await tx.verification.findFirst({ where: { ...own, recordId: draftId } })
	throw new Refusal(act ? 'already_published' : 'not_found')
}
