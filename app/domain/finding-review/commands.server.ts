import type { Context, Transaction } from '#app/domain/context.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import type { SeenFinding } from '#app/domain/verification/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { findAsked } from './queries.server.ts'
import type { ReturnAnswer } from './schema.ts'

/** Asks a second person of the organization to read a finding. Refuses with `draft_incomplete`, `changed_meanwhile`. */
export async function askReview(ctx: Context, draftId: string, { version }: SeenFinding): Promise<void> {
	const { faults, newerClaim, closedBecause } = await findFinding(ctx, draftId)
	if (closedBecause !== null) throw new Refusal(closedBecause)
	if (newerClaim !== null) throw new Refusal('claim_superseded')
	if (faults.length > 0) throw new Refusal('draft_incomplete')
	await ctx.db.$transaction((tx) =>
		note(tx, { draftId, version }, { reviewState: 'ASKED', reviewedVersion: null, reviewNote: null }),
	)
}

/** Notes that the reader read this version of a colleague's finding and has nothing against its publication. */
export async function passReview(ctx: Context, draftId: string, { version }: SeenFinding): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		await findAsked(tx, ctx, draftId)
		const reviewerId = ctx.actor.personId
		await note(
			tx,
			{ draftId, version },
			{ reviewState: 'READ', reviewedVersion: version, reviewerId, reviewNote: null },
		)
	})
}

/** Gives a finding back to its author, with a note that only the two see. */
export async function returnFinding(
	ctx: Context,
	draftId: string,
	{ version, note: text }: ReturnAnswer,
): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		await findAsked(tx, ctx, draftId)
		const reviewerId = ctx.actor.personId
		await note(tx, { draftId, version }, { reviewState: 'RETURNED', reviewerId, reviewNote: text ?? null })
	})
}

/** The draft's version counts its answers: what is noted about their reading leaves it as it is. */
async function note(
	tx: Transaction,
	{ draftId, version }: SeenFinding & { readonly draftId: string },
	data: Prisma.VerificationDraftUncheckedUpdateInput,
): Promise<void> {
	const written = await tx.verificationDraft.updateMany({ where: { id: draftId, version }, data })
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
}
