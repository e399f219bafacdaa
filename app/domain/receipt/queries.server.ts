import type { Context } from '#app/domain/context.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import type { ActContent } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { CSO_ROLES, organizationsOf } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import type { ReceiptView, Successor } from './view.ts'

/** The receipt of an act of the actor's own organizations; without a version, of the newest. Refuses with `not_found`. */
export async function findReceipt(ctx: Context, recordId: string, version?: number): Promise<ReceiptView> {
	const { entry, content, index } = await findRecord(ctx, recordId, version)
	const isOwn = ctx.actor.appointments.some((a) => a.organizationId === entry.actorOrganization)
	const member = isOwn ? await memberOf(ctx, content) : null
	if (!member) throw new Refusal('not_found')
	const organization = await ctx.db.organization.findUnique({ where: { id: entry.actorOrganization } })
	return {
		recordId: entry.recordId,
		version: entry.version,
		kind: entry.kind,
		organization: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
		day: entry.day,
		position: index,
		contentHash: entry.contentHash,
		successor: await successorOf(ctx, content),
		member: { name: { en: member.nameEn, id: member.nameId }, isDemonstration: member.isDemonstration },
	}
}

/** The member an act of the workspace is about. */
async function memberOf(ctx: Context, content: ActContent) {
	switch (content.kind) {
		case 'progress-update.published':
			return ctx.db.member.findFirst({
				where: {
					actionPlans: {
						some: { commitments: { some: { milestones: { some: { id: content.milestoneId } } } } },
					},
				},
			})
		case 'verification.published':
			return ctx.db.member.findFirst({
				where: { actionPlans: { some: { commitments: { some: { id: content.commitmentId } } } } },
			})
		case 'report.published':
			return ctx.db.member.findFirst({ where: { actionPlans: { some: { id: content.planId } } } })
		default:
			return null
	}
}

/** Officers correct a claim while its checkpoint takes reports; monitors follow a finding with another at any time. */
async function successorOf(ctx: Context, content: ActContent): Promise<Successor | null> {
	if (content.kind === 'verification.published') {
		const { organizationId, milestoneId, claimRecordId } = content
		const isOwn = organizationsOf(ctx.actor, CSO_ROLES).includes(organizationId)
		return isOwn && milestoneId !== null ? { kind: 'finding', milestoneId, claimRecordId } : null
	}
	if (content.kind !== 'progress-update.published' || content.checkpointId === null) return null
	if (!organizationsOf(ctx.actor, ['IMPLEMENTER']).includes(content.organizationId)) return null
	const checkpoint = await ctx.db.checkpoint.findUnique({
		where: { id: content.checkpointId },
		include: { actionPlan: { include: { member: true } } },
	})
	if (!checkpoint) return null
	const isClosed = reasonNotToFile(checkpoint, dayIn(checkpoint.actionPlan.member.timeZone, ctx.now)) !== null
	return isClosed
		? null
		: { kind: 'report', milestoneId: content.milestoneId, checkpointCode: checkpoint.code }
}
