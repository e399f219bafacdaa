import { REPLY_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFindingInPlan, findNewestVersion } from '#app/domain/finding-thread/queries.server.ts'
import type { FindingInPlan } from '#app/domain/finding-thread/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Reply, ReplyDraft, Verification } from '#prisma/generated/client.ts'
import { isLate, reasonNotToReply } from './rules.ts'
import { replyDraftView } from './view.ts'
import type { ReplyDraftView, ReplyView } from './view.ts'

/** Where a reply stands: the finding in its newest version, and the institution that the actor replies for. */
export type ReplyGround = {
	readonly finding: Verification
	readonly organizationId: string
	readonly draft: ReplyDraft | null
	/** The newest version of what the institution replied to this version of the finding. */
	readonly published: Reply | null
}

/**
 * The ground of a reply. Of findings on commitments that none of the actor's institutions answers for there is none:
 * refuses with `not_found`; with `withdrawn` where the finding was withdrawn for somebody's safety.
 */
export async function findReplyGround(db: Transaction, ctx: Context, recordId: string): Promise<ReplyGround> {
	const first = await db.verification.findFirst({
		where: { recordId },
		select: { commitment: { select: { institutions: { orderBy: { isLead: 'desc' } } } } },
	})
	const own = organizationsOf(ctx.actor, REPLY_ROLES)
	const institutionIds = (first?.commitment.institutions ?? []).map((one) => one.organizationId)
	const organizationId = institutionIds.find((id) => own.includes(id))
	if (organizationId === undefined) throw new Refusal('not_found')
	if (!may(ctx.actor, 'reply.publish', { institutionIds: [organizationId] })) throw new Refusal('not_allowed')
	const finding = await findNewestVersion(db, ctx, recordId)
	const [draft, published] = await Promise.all([
		db.replyDraft.findFirst({
			where: { verificationRecordId: recordId, organizationId },
			orderBy: { verificationVersion: 'desc' },
		}),
		db.reply.findFirst({
			where: { verificationRecordId: recordId, verificationVersion: finding.version, organizationId },
			orderBy: { version: 'desc' },
		}),
	])
	return { finding, organizationId, draft, published }
}

/** A finding before an institution replies to it, with what the institution wrote and published so far. */
export type ReplyDesk = FindingInPlan & {
	readonly institution: { readonly id: string; readonly name: Bilingual }
	readonly draft: ReplyDraftView | null
	/** What the institution replied to this version of the finding. */
	readonly published: ReplyView | null
	readonly isLate: boolean
	/** Why there is nothing to reply to; null where there is. */
	readonly reason: 'finding_not_adverse' | 'finding_withdrawn' | null
}

/** The desk of a reply. Refuses like its ground. */
export async function findReplyDesk(ctx: Context, recordId: string): Promise<ReplyDesk> {
	const { finding, organizationId, draft } = await findReplyGround(ctx.db, ctx, recordId)
	const [found, organization] = await Promise.all([
		findFindingInPlan(ctx, finding),
		ctx.db.organization.findUniqueOrThrow({ where: { id: organizationId } }),
	])
	const { thread, today } = found
	return {
		...found,
		institution: { id: organizationId, name: { en: organization.nameEn, id: organization.nameId } },
		draft: draft && replyDraftView(draft),
		published: thread.replies.find((reply) => reply.organizationId === organizationId) ?? null,
		isLate: thread.dueOn !== null && isLate(thread.dueOn, today),
		reason: reasonNotToReply(thread),
	}
}
