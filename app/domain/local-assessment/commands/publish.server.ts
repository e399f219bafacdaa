import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf } from '#app/domain/evidence/queries.server.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { LocalAssessmentDraft } from '#prisma/generated/client.ts'
import { answersSoFar, findGround, listBodyMembers, piecesSoFar } from '../queries.server.ts'
import type { Ground } from '../queries.server.ts'
import { answerCount, pagesOf } from '../rules.ts'
import { answeredPages, assessmentRowsFrom } from '../view.ts'
import type { AssessmentPlace } from '../view.ts'
import { holdPlan } from './write-draft.server.ts'

/**
 * Stands behind an assessment as it is now, as a member of the body. Any change afterwards asks for it again.
 *
 * Refuses  with `draft_incomplete`, `changed_meanwhile`, or who may not.
 */
export async function signAssessment(
	ctx: Context,
	place: AssessmentPlace,
	{ version }: SeenDraft,
): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		const { draft } = await wholeDraft(tx, ctx, { place, version })
		const signed = { draftVersion: draft.version, signedAt: ctx.now }
		const key = { draftId: draft.id, personId: ctx.actor.personId ?? '' }
		await tx.localAssessmentSignature.upsert({
			where: { draftId_personId: key },
			create: { ...key, ...signed },
			update: signed,
		})
	})
}

/**
 * Publishes an assessment: the act with its evidence and its leaf. Whoever publishes stands behind it with their own
 * signature; how many members do is said in public, who they are is sealed.
 *
 * Refuses  with `draft_incomplete`, `changed_meanwhile`, `signature_missing`, `file_missing`, or who may not.
 */
export async function publishAssessment(
	ctx: Context,
	place: AssessmentPlace,
	{ version }: SeenDraft,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const { ground, draft, pages } = await wholeDraft(tx, ctx, { place, version })
		const { organizationId, member, newest } = ground
		if (!may(ctx.actor, 'local-assessment.publish', { organizationId, memberId: member.id }))
			throw new Refusal('not_allowed')
		const signed = (await listBodyMembers(tx, ctx, ground)).filter(({ isSigned }) => isSigned)
		if (!signed.some(({ isYou }) => isYou)) throw new Refusal('signature_missing')

		const pieces = await piecesSoFar(tx, ground)
		const files = await findFilesOf(tx, { organizationId, recordId: draft.id, pieces })
		const act = assessmentRowsFrom({
			recordId: draft.id,
			version: (newest?.version ?? 0) + 1,
			...{ place, organizationId, pages, pieces, files, salts },
			questionSet: ground.questionSet,
			questions: ground.questions,
			signatoryIds: signed.map(({ personId }) => personId),
			dueOn: ground.dueOn,
			personId: ctx.actor.personId ?? '',
			at: ctx.now,
		})
		await tx.localAssessmentDraft.delete({ where: { id: draft.id } })
		await tx.localAssessment.create({ data: act.row })
		await tx.evidence.createMany({ data: act.evidence })
		await tx.evidenceReader.createMany({ data: act.readers })
		await tx.upload.deleteMany({ where: { id: { in: pieces.flatMap((piece) => piece.upload ?? []) } } })
		await appendAct(tx, actFrom(act))
		return { recordId: act.row.recordId, version: act.row.version }
	})
}

type Seen = { readonly place: AssessmentPlace; readonly version: number }

/** The draft, held and whole: every question is answered, and nobody wrote since it was read. */
async function wholeDraft(tx: Transaction, ctx: Context, { place, version }: Seen) {
	await holdPlan(tx, place.planId)
	const ground = await findGround(tx, ctx, place)
	const draft = draftOf(ground)
	const pages = answeredPages(
		pagesOf(
			ground.questions,
			ground.commitments.map(({ id }) => id),
		),
		answersSoFar(ground),
	)
	const { done, of } = answerCount(pages)
	if (of === 0 || done < of) throw new Refusal('draft_incomplete')
	if (draft.version !== version) throw new Refusal('changed_meanwhile')
	return { ground, draft, pages }
}

/** A draft that is gone has become an act: then the answer is that. */
function draftOf({ draft, newest }: Ground): LocalAssessmentDraft {
	if (draft) return draft
	throw new Refusal(newest ? 'already_published' : 'draft_incomplete')
}
