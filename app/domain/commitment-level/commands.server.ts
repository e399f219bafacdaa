import { randomBytes, randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { Published } from '#app/domain/progress-batch/commands.server.ts'
import { reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import type { ReturnAnswer, SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { CommitmentLevelDraft } from '#prisma/generated/client.ts'
import { findLevelPlace, suggestionFor } from './queries.server.ts'
import type { LevelKey } from './queries.server.ts'
import { proposalState } from './rules.ts'
import type { LevelProposal } from './schema.ts'
import { levelRow, proposalView } from './view.ts'
import type { ProposalView } from './view.ts'

/**
 * Proposes a level for a whole commitment to the institution's lead, beside what its milestones come to today.
 *
 * Refuses  with `draft_already_submitted` while one waits, `changed_meanwhile`, or the checkpoint's reason.
 */
export async function proposeLevel(
	ctx: Context,
	key: LevelKey,
	answer: LevelProposal,
): Promise<ProposalView> {
	const id = randomUUID()
	const suggested = await suggestedLevel(ctx, key)
	return ctx.db.$transaction(async (tx) => {
		const place = await findLevelPlace(tx, ctx, { key, roles: ['IMPLEMENTER'] })
		if (!may(ctx.actor, 'commitment-level.propose', place)) throw new Refusal('not_allowed')
		const closed = reasonNotToFile(place.checkpoint, dayIn(place.timeZone, ctx.now))
		if (closed) throw new Refusal(closed)
		if (proposalState(place.draft) === 'WAITING') throw new Refusal('draft_already_submitted')
		if ((place.draft?.version ?? 0) !== answer.version) throw new Refusal('changed_meanwhile')
		const said = {
			claimedLevel: answer.level,
			suggestedLevel: suggested,
			sentenceEn: answer.sentenceEn || null,
			sentenceId: answer.sentenceId || null,
			submittedById: ctx.actor.personId ?? '',
			returnedReason: null,
			version: answer.version + 1,
			updatedAt: ctx.now,
		}
		const where = { commitmentId: place.commitmentId, checkpointId: place.checkpoint.id }
		const written = place.draft
			? await tx.commitmentLevelDraft.updateMany({
					where: { id: place.draft.id, version: answer.version },
					data: said,
				})
			: await tx.commitmentLevelDraft.createMany({
					data: { id, ...where, organizationId: place.organizationId, ...said, createdAt: ctx.now },
					skipDuplicates: true,
				})
		// Somebody else was first, of this institution or of another that answers for the commitment.
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
		return proposalView(await tx.commitmentLevelDraft.findFirstOrThrow({ where }))
	})
}

/** Sends a proposal back with a reason. Refuses with `draft_not_submitted` unless it waits for the lead. */
export async function returnLevel(
	ctx: Context,
	draftId: string,
	answer: ReturnAnswer,
): Promise<ProposalView> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await findDraft(tx, ctx, draftId)
		if (!draft) throw new Refusal('not_found')
		if (!may(ctx.actor, 'commitment-level.approve', { ...draft, submittedById: null }))
			throw new Refusal('not_allowed')
		if (proposalState(draft) !== 'WAITING') throw new Refusal('draft_not_submitted')
		const written = await tx.commitmentLevelDraft.updateMany({
			where: { id: draftId, version: answer.version },
			data: { returnedReason: answer.reason, version: answer.version + 1, updatedAt: ctx.now },
		})
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
		return proposalView(await tx.commitmentLevelDraft.findUniqueOrThrow({ where: { id: draftId } }))
	})
}

/**
 * Approves a level as the second person of its institution and publishes it as an act.
 *
 * Refuses  with `same_person`, `draft_not_submitted`, `changed_meanwhile`, `already_published`.
 */
export async function approveLevel(
	ctx: Context,
	draftId: string,
	{ version }: SeenDraft,
): Promise<Published> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const draft = await findDraft(tx, ctx, draftId)
		if (!draft) throw new Refusal(await reasonForNoDraft(tx, ctx, draftId))
		if (draft.submittedById === ctx.actor.personId) throw new Refusal('same_person')
		if (!may(ctx.actor, 'commitment-level.approve', draft)) throw new Refusal('not_allowed')
		if (proposalState(draft) !== 'WAITING') throw new Refusal('draft_not_submitted')

		await tx.$queryRawUnsafe('SELECT "id" FROM "Commitment" WHERE "id" = $1 FOR UPDATE', draft.commitmentId)
		const removed = await tx.commitmentLevelDraft.deleteMany({ where: { id: draftId, version } })
		if (removed.count !== 1) {
			const isThere = await findDraft(tx, ctx, draftId)
			throw new Refusal(isThere ? 'changed_meanwhile' : await reasonForNoDraft(tx, ctx, draftId))
		}
		const { commitmentId, checkpointId, organizationId } = draft
		const row = levelRow(draft, {
			before: await tx.commitmentLevel.findFirst({
				where: { commitmentId, checkpointId, organizationId },
				orderBy: { version: 'desc' },
			}),
			approvedById: ctx.actor.personId ?? '',
			at: ctx.now,
			...salts,
		})
		await tx.commitmentLevel.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'commitment-level.published', row }))
		return { recordId: row.recordId, version: row.version }
	})
}

async function suggestedLevel(ctx: Context, key: LevelKey) {
	const place = await findLevelPlace(ctx.db, ctx, { key, roles: ['IMPLEMENTER'] })
	const record = await findPlanRecord(ctx, place.planId)
	const commitment = record.commitments.find((one) => one.id === place.commitmentId)
	return commitment ? suggestionFor(commitment).level : null
}

/** A proposal of the institutions that the actor leads; of others it does not exist. */
async function findDraft(tx: Transaction, ctx: Context, id: string): Promise<CommitmentLevelDraft | null> {
	return tx.commitmentLevelDraft.findFirst({ where: { id, organizationId: { in: ownInstitutions(ctx) } } })
}

/** A proposal that is gone may have become an act: then the answer is that, not "not found". */
async function reasonForNoDraft(tx: Transaction, ctx: Context, id: string) {
	const act = await tx.commitmentLevel.findFirst({
		where: { recordId: id, organizationId: { in: ownInstitutions(ctx) } },
	})
	return act ? 'already_published' : 'not_found'
}

function ownInstitutions(ctx: Context): string[] {
	return [...organizationsOf(ctx.actor, ['INSTITUTION_LEAD', 'IMPLEMENTER'])]
}
