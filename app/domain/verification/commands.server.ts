import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf, holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { holdMilestone } from '#app/domain/progress-update/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Prisma, VerificationDraft } from '#prisma/generated/client.ts'
import {
	findDeclaration,
	findGround,
	findNewerClaim,
	findNewestFinding,
	ownDrafts,
} from './queries.server.ts'
import type { Ground, SubjectKey } from './queries.server.ts'
import { VERIFICATION_EVIDENCE_MAX, declarationValidUntil, findingFaults } from './rules.ts'
import type {
	DeclarationAnswer,
	FindingAnswer,
	FindingEvidenceAnswer,
	FindingFileAnswer,
	ReasonsAnswer,
	SeenFinding,
} from './schema.ts'
import { declarationView, findingDraft, verificationRowsFrom } from './view.ts'
import type { DeclarationView, FindingDraft } from './view.ts'

/**
 * States whether the monitor or their organization has an interest in the commitment. A statement is never changed;
 * a newer one counts instead.
 */
export async function declareInterest(
	ctx: Context,
	key: SubjectKey,
	answer: DeclarationAnswer,
): Promise<DeclarationView> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const ground = await findGround(tx, ctx, key)
		const declaration = await tx.conflictDeclaration.create({
			data: {
				id,
				personId: ctx.actor.personId ?? '',
				organizationId: ground.organizationId,
				commitmentId: ground.commitmentId,
				hasInterest: answer.hasInterest === 'yes',
				statement: answer.statement || null,
				declaredOn: ground.today,
				validUntilOn: declarationValidUntil(ground.today),
				createdAt: ctx.now,
			},
		})
		return declarationView(declaration)
	})
}

/** Begins a finding on a claim, or goes on with the one begun. Refuses with `declaration_missing`. */
export async function beginVerification(ctx: Context, key: SubjectKey): Promise<FindingDraft> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const ground = await findGround(tx, ctx, key)
		const declaration = await findDeclaration(tx, ctx, ground)
		if (!declaration) throw new Refusal('declaration_missing')
		const begun = await tx.verificationDraft.findFirst({
			where: {
				...ownDrafts(ctx),
				milestoneId: ground.milestoneId,
				claimRecordId: ground.claim?.recordId ?? null,
			},
		})
		if (begun) return findingDraft(begun)
		return findingDraft(await begin(tx, ctx, { ground, declarationId: declaration.id, id }))
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

/** Answers how it was found out, how sure the monitor is, and why. */
export async function answerReasons(
	ctx: Context,
	draftId: string,
	answer: ReasonsAnswer,
): Promise<FindingDraft> {
	return changeFinding(ctx, { draftId, seen: answer.version }, () => ({
		method: answer.method,
		confidence: answer.confidence,
		rationaleEn: answer.rationaleEn || null,
		rationaleId: answer.rationaleId || null,
	}))
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
 * next finding of the same CSO on the same milestone and checkpoint is the next version of the same record.
 *
 * Refuses  with `declaration_missing`, `claim_superseded`, `draft_incomplete`, `changed_meanwhile`, `already_published`.
 */
export async function publishVerification(
	ctx: Context,
	draftId: string,
	{ version }: SeenFinding,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const draft = await ownDraft(tx, ctx, draftId)
		const ground = await groundOf(tx, ctx, draft)
		if (!may(ctx.actor, 'verification.publish', { ...draft, memberId: ground.memberId }))
			throw new Refusal('not_allowed')
		const declaration = await findDeclaration(tx, ctx, ground)
		if (!declaration) throw new Refusal('declaration_missing')
		await holdMilestone(tx, ground.milestoneId)
		if (await findNewerClaim(tx, draft)) throw new Refusal('claim_superseded')
		const claimed = COMPLETION_LEVELS.find((level) => level === ground.claim?.claimedLevel) ?? null
		if (findingFaults(findingDraft(draft), claimed).length > 0) throw new Refusal('draft_incomplete')

		const before = await findNewestFinding(tx, ctx, draft)
		const pieces = findingDraft(draft).evidence
		const files = await findFilesOf(tx, { ...draft, recordId: draft.id, pieces })
		const act = verificationRowsFrom(draft, { before, declaration, files, at: ctx.now, ...salts })
		if (!act) throw new Refusal('draft_incomplete')
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

async function begin(
	tx: Transaction,
	ctx: Context,
	{ ground, declarationId, id }: { ground: Ground; declarationId: string; id: string },
): Promise<VerificationDraft> {
	const { commitmentId, milestoneId, checkpointId, organizationId } = ground
	const before = await findNewestFinding(tx, ctx, ground)
	const taken = before && (await tx.verificationDraft.findUnique({ where: { id: before.recordId } }))
	return tx.verificationDraft.create({
		data: {
			// A draft that will become a record's next version bears the record's id, unless a colleague's does.
			id: before && !taken ? before.recordId : id,
			commitmentId,
			milestoneId,
			checkpointId,
			organizationId,
			declarationId,
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
	change: (before: FindingDraft, tx: Transaction) => Changed | Promise<Changed>,
): Promise<FindingDraft> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await ownDraft(tx, ctx, draftId)
		await groundOf(tx, ctx, draft)
		const data = await change(findingDraft(draft), tx)
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

/** The ground of a draft, asked anew: an appointment may have ended, or one with the government begun, since. */
async function groundOf(tx: Transaction, ctx: Context, draft: VerificationDraft): Promise<Ground> {
	if (draft.claimRecordId !== null) return findGround(tx, ctx, { claimRecordId: draft.claimRecordId })
	return findGround(tx, ctx, { milestoneId: draft.milestoneId ?? '' })
}
