import type { Context } from '#app/domain/context.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import type { ActContent } from '#app/domain/record/schema.ts'
import { actorOf, leafIn } from '#app/domain/record/view.ts'
import { isOwnToSign } from '#app/domain/signature/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findOwnFinding, isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import type { ReceiptView, Successor } from './view.ts'

/** The receipt of an act that is the actor's to hold; without a version, of the newest. Refuses with `not_found`. */
export async function findReceipt(ctx: Context, recordId: string, version?: number): Promise<ReceiptView> {
	if (await isWithdrawn(ctx, recordId)) return receiptOfWithdrawn(ctx, recordId, version)
	const { entry, content, index } = await findRecord(ctx, recordId, version)
	const member = await memberOf(ctx, content)
	// Organizations of no member change their accounts too.
	const isKnown = member !== null || isOfOrganization(content)
	if (!isKnown || !isTheirs(ctx, content, member?.id ?? '')) throw new Refusal('not_found')
	const organization = await ctx.db.organization.findUnique({ where: { id: actorOf(content) ?? '' } })
	return {
		recordId: entry.recordId,
		version: entry.version,
		kind: entry.kind,
		organization: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
		day: entry.day,
		position: index,
		contentHash: entry.contentHash,
		successor: await successorOf(ctx, content),
		isToSign: await isOwnToSign(ctx, entry),
		member: member && {
			name: { en: member.nameEn, id: member.nameId },
			isDemonstration: member.isDemonstration,
		},
	}
}

/** Acts that are about an organization, whatever member it is of, or about the rules of all. */
function isOfOrganization(content: ActContent): content is Extract<
	ActContent,
	{
		kind: 'cso-account.changed' | 'signature.published' | 'rule-set.published' | 'application-call.published'
	}
> {
	return (
		content.kind === 'cso-account.changed' ||
		content.kind === 'signature.published' ||
		content.kind === 'rule-set.published' ||
		content.kind === 'application-call.published'
	)
}

/** The receipt of an act is its organization's; that of a report also belongs to whoever compiles reports there. */
function isTheirs(ctx: Context, content: ActContent, memberId: string): boolean {
	if (content.kind === 'report.published' && may(ctx.actor, 'report.compile', { memberId })) return true
	return ctx.actor.appointments.some((a) => a.organizationId === actorOf(content))
}

/** Of a withdrawn finding, its own organization has the receipts still: what they prove stays true. */
async function receiptOfWithdrawn(ctx: Context, recordId: string, version?: number): Promise<ReceiptView> {
	const { organizationId, member } = await findOwnFinding(ctx, recordId)
	const [organization, leaf] = await Promise.all([
		ctx.db.organization.findUnique({ where: { id: organizationId } }),
		ctx.db.ledgerEntry.findFirst({
			where: { recordId, ...(version === undefined ? {} : { version }) },
			orderBy: { version: 'desc' },
		}),
	])
	const entry = leaf && leafIn(leaf.entry)
	if (!leaf || !entry) throw new Refusal('not_found')
	const { kind, day, contentHash } = entry
	return {
		recordId,
		version: leaf.version,
		kind,
		organization: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
		day,
		position: leaf.index,
		contentHash,
		successor: null,
		isToSign: false,
		member,
	}
}

/** The member an act of the workspace is about. */
async function memberOf(ctx: Context, content: ActContent) {
	if ('said' in content) return ctx.db.member.findUnique({ where: { id: content.memberId } })
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
		case 'recusal.published':
		case 'reply.published':
		case 'verifier-decision.published':
		case 'commitment-level.published':
		case 'observation.hidden':
			return ctx.db.member.findFirst({
				where: { actionPlans: { some: { commitments: { some: { id: content.commitmentId } } } } },
			})
		case 'report.published':
			return ctx.db.member.findFirst({ where: { actionPlans: { some: { id: content.planId } } } })
		case 'plan-stage.published':
			return ctx.db.member.findUnique({ where: { id: content.memberId } })
		case 'cso-account.changed':
		case 'signature.published':
			return ctx.db.member.findFirst({
				where: { organizations: { some: { id: content.organizationId } } },
			})
		default:
			return 'planId' in content
				? ctx.db.member.findFirst({ where: { actionPlans: { some: { id: content.planId } } } })
				: null
	}
}

/** Officers correct a claim while its checkpoint takes reports; monitors follow a finding with another at any time. */
async function successorOf(ctx: Context, content: ActContent): Promise<Successor | null> {
	if (content.kind === 'verification.published') {
		const { organizationId, commitmentId, milestoneId, claimRecordId, checkpointId } = content
		if (!organizationsOf(ctx.actor, CSO_ROLES).includes(organizationId)) return null
		const at = checkpointId && (await ctx.db.checkpoint.findUnique({ where: { id: checkpointId } }))
		const checkpointCode = at ? at.code : null
		return { kind: 'finding', commitmentId, milestoneId, checkpointCode, claimRecordId }
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
