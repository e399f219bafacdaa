import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { EarlierCommitment } from './view.ts'

/** What the screens of a commitment offer: commitments of the member's earlier plans, and OGP's policy areas. */
export async function findCommitmentChoices(
	ctx: Context,
	memberId: string,
): Promise<{ readonly earlier: readonly EarlierCommitment[]; readonly policyAreas: readonly Bilingual[] }> {
	const [commitments, areas] = await Promise.all([
		ctx.db.commitment.findMany({
			where: { actionPlan: { memberId, status: { not: 'DRAFT' } } },
			include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
			orderBy: [{ actionPlan: { createdAt: 'desc' } }, { position: 'asc' }],
		}),
		ctx.db.policyArea.findMany({ orderBy: { nameId: 'asc' } }),
	])
	return {
		earlier: commitments.flatMap(({ id, versions: [text] }) =>
			text ? [{ id, title: { en: text.titleEn, id: text.titleId } }] : [],
		),
		policyAreas: areas.map((area) => ({ en: area.nameEn, id: area.nameId })),
	}
}

/** A commitment of a plan that is being written, with the whole of it. Refuses with `not_found`. */
export async function findCommitmentDraft(
	ctx: Context,
	{ draftId, commitmentId }: { readonly draftId: string; readonly commitmentId: string },
): Promise<{ readonly draft: PlanDraftView; readonly commitmentId: string }> {
	const draft = await findPlanDraft(ctx, draftId)
	if (!draft.drafted.commitments.some(({ id }) => id === commitmentId)) throw new Refusal('not_found')
	return { draft, commitmentId }
}

/** A milestone of a commitment that is being written, with the whole plan. Refuses with `not_found`. */
export async function findMilestoneDraft(
	ctx: Context,
	key: { readonly draftId: string; readonly commitmentId: string; readonly milestoneId: string },
) {
	const { commitmentId, milestoneId } = key
	const { draft } = await findCommitmentDraft(ctx, key)
	const siblings =
		draft.drafted.commitments
			.find(({ id }) => id === commitmentId)
			?.milestones.map((milestone) => milestone.id) ?? []
	if (!siblings.includes(milestoneId)) throw new Refusal('not_found')
	return { draft, commitmentId, milestoneId, at: siblings.indexOf(milestoneId) + 1, count: siblings.length }
}
