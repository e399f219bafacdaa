import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findGroundOfDraft } from '#app/domain/finding-ground/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findingOf } from '#app/domain/verification/queries.server.ts'
import type { VerificationDraft } from '#prisma/generated/client.ts'
import type { ReviewItem, ReviewView } from './view.ts'

/** A colleague's finding that waits for its reading. Of everybody else, and of its author, it does not exist here. */
export async function findReview(ctx: Context, draftId: string): Promise<ReviewView> {
	const draft = await findAsked(ctx.db, ctx, draftId)
	const author = await ctx.db.person.findUnique({ where: { id: draft.authorId } })
	// What is declared and shown of the author, not of whoever reads.
	const asAuthor = { ...ctx, actor: { ...ctx.actor, personId: draft.authorId } }
	return { view: await findingOf(asAuthor, draft), authorName: author?.displayName ?? '' }
}

/** The draft behind it. Refuses with `not_found`, `review_not_asked`, `not_allowed`, `recused`. */
export async function findAsked(db: Transaction, ctx: Context, draftId: string): Promise<VerificationDraft> {
	const organizationIds = organizationsOf(ctx.actor, CSO_ROLES)
	const draft = await db.verificationDraft.findFirst({
		where: {
			id: draftId,
			organizationId: { in: [...organizationIds] },
			authorId: { not: ctx.actor.personId ?? '' },
			reviewState: { not: 'NONE' },
		},
	})
	if (!draft) throw new Refusal('not_found')
	if (draft.reviewState !== 'ASKED') throw new Refusal('review_not_asked')
	const { memberId, closedBecause } = await findGroundOfDraft(db, ctx, draft)
	if (!may(ctx.actor, 'verification.review', { ...draft, memberId })) throw new Refusal('not_allowed')
	if (closedBecause === 'recused') throw new Refusal('recused')
	return draft
}

/** Findings of colleagues that wait for the actor's reading, the longest waiting first. */
export async function listReviews(ctx: Context): Promise<readonly ReviewItem[]> {
	const newest = { orderBy: { version: 'desc' }, take: 1 } as const
	const rows = await ctx.db.verificationDraft.findMany({
		where: {
			organizationId: { in: [...organizationsOf(ctx.actor, CSO_ROLES)] },
			authorId: { not: ctx.actor.personId ?? '' },
			reviewState: 'ASKED',
		},
		include: { commitment: { include: { versions: newest, actionPlan: { select: { memberId: true } } } } },
		orderBy: { updatedAt: 'asc' },
	})
	const mine = rows.filter((row) =>
		may(ctx.actor, 'verification.review', { ...row, memberId: row.commitment.actionPlan.memberId }),
	)
	const [people, milestones] = await Promise.all([
		ctx.db.person.findMany({ where: { id: { in: mine.map((row) => row.authorId) } } }),
		ctx.db.milestoneVersion.findMany({
			where: { milestoneId: { in: mine.flatMap((row) => row.milestoneId ?? []) } },
			orderBy: { version: 'desc' },
		}),
	])
	return mine.map((row) => ({
		draftId: row.id,
		authorName: people.find((person) => person.id === row.authorId)?.displayName ?? '',
		commitmentTitle: titleOf(row.commitment.versions[0]),
		milestoneTitle:
			row.milestoneId === null ? null : titleOf(milestones.find((m) => m.milestoneId === row.milestoneId)),
	}))
}

function titleOf(text: { titleEn: string | null; titleId: string | null } | undefined): Bilingual {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}
