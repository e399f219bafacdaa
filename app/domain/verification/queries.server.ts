import { CSO_ROLES, may } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type {
	ConflictDeclaration,
	ProgressUpdate,
	Verification,
	VerificationDraft,
} from '#prisma/generated/client.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { findingFaults } from './rules.ts'
import { declarationView, findingDraft, queueFrom, subjectView } from './view.ts'
import type { FindingView, QueueItem, SubjectView, VerifyView } from './view.ts'

/** What is to be verified: a published claim, or a milestone on which government said nothing. */
export type SubjectKey = { readonly claimRecordId: string } | { readonly milestoneId: string }

/** What the actor's CSO has not looked at, among the members it is appointed for; longest waiting first. */
export async function listClaimsToVerify(ctx: Context): Promise<readonly QueueItem[]> {
	const own = ctx.actor.appointments.filter((a) => CSO_ROLES.includes(a.role))
	const plans = await listPlans(ctx)
	const open = plans.filter((plan) =>
		own.some((a) =>
			may(ctx.actor, 'verification.draft', { organizationId: a.organizationId, memberId: plan.member.id }),
		),
	)
	const [records, drafts] = await Promise.all([
		Promise.all(open.map((plan) => findPlanRecord(ctx, plan.id))),
		ctx.db.verificationDraft.findMany({ where: ownDrafts(ctx) }),
	])
	const organizationIds = own.map((a) => a.organizationId)
	return records
		.flatMap((record) =>
			queueFrom(record, { organizationIds, drafts, today: dayIn(record.plan.member.timeZone, ctx.now) }),
		)
		.sort((a, b) => (a.sinceOn < b.sinceOn ? -1 : a.sinceOn > b.sinceOn ? 1 : 0))
}

/** A claim, or a milestone without one, before it is verified. Refuses with `not_found`, `not_allowed`. */
export async function findSubject(ctx: Context, key: SubjectKey): Promise<VerifyView> {
	const ground = await findGround(ctx.db, ctx, key)
	const [record, declaration, drafts] = await Promise.all([
		findPlanRecord(ctx, ground.planId),
		findDeclaration(ctx.db, ctx, ground),
		ctx.db.verificationDraft.findMany({ where: { ...ownDrafts(ctx), milestoneId: ground.milestoneId } }),
	])
	const subject = subjectView(record, ground.milestoneId, ground.claim?.recordId ?? null)
	if (!subject) throw new Refusal('not_found')
	const published = record.commitments
		.flatMap((c) => c.milestones)
		.find((m) => m.id === ground.milestoneId)
		?.verifications.find(
			(v) => v.organizationId === ground.organizationId && v.claim?.recordId === ground.claim?.recordId,
		)
	const draft = drafts.find((d) => d.claimRecordId === (ground.claim?.recordId ?? null))
	return {
		subject,
		declaration: declaration && declarationView(declaration),
		draftId: draft?.id ?? null,
		published: published ?? null,
	}
}

/** A finding the actor is writing; of anybody else it does not exist. */
export async function findFinding(ctx: Context, draftId: string): Promise<FindingView> {
	const row = await ctx.db.verificationDraft.findFirst({
		where: { ...ownDrafts(ctx), id: draftId },
		include: { commitment: { select: { actionPlanId: true } } },
	})
	if (row?.milestoneId == null) throw new Refusal('not_found')
	const record = await findPlanRecord(ctx, row.commitment.actionPlanId)
	const subject = subjectView(record, row.milestoneId, row.claimRecordId)
	if (!subject) throw new Refusal('not_found')
	const newer = await findNewerClaim(ctx.db, row)
	const today = dayIn(record.plan.member.timeZone, ctx.now)
	const declaration = await findDeclaration(ctx.db, ctx, { ...row, today })
	const draft = findingDraft(row)
	return {
		subject,
		draft,
		faults: findingFaults(draft, subject.claim?.level ?? null),
		newerClaim: newer ? newestIn(subjectView(record, row.milestoneId, newer.recordId)) : null,
		declaration: declaration && declarationView(declaration),
	}
}

function newestIn(subject: SubjectView | null) {
	return subject?.claim ?? null
}

/** Where a verification stands, with what decides whether it may be made. */
export type Ground = {
	readonly planId: string
	readonly commitmentId: string
	readonly milestoneId: string
	readonly checkpointId: string | null
	readonly claim: ProgressUpdate | null
	/** The CSO the actor verifies for. */
	readonly organizationId: string
	readonly memberId: string
	readonly today: CalendarDay
}

/**
 * The ground of a verification. Refuses with `not_found` outside the members the CSO is appointed for, and with
 * `not_allowed` whoever holds no role of a CSO or one of that member's government.
 */
export async function findGround(db: Transaction, ctx: Context, key: SubjectKey): Promise<Ground> {
	const own = ctx.actor.appointments.filter((a) => CSO_ROLES.includes(a.role))
	if (own.length === 0) throw new Refusal('not_allowed')
	const claim = 'claimRecordId' in key ? await newestVersionOf(db, key.claimRecordId) : null
	if ('claimRecordId' in key && !claim) throw new Refusal('not_found')
	const milestone = await db.milestone.findFirst({
		where: {
			id: 'claimRecordId' in key ? (claim?.milestoneId ?? '') : key.milestoneId,
			commitment: { actionPlan: { status: { not: 'DRAFT' } } },
		},
		include: { commitment: { include: { institutions: true, actionPlan: { include: { member: true } } } } },
	})
	if (!milestone) throw new Refusal('not_found')
	const { commitment } = milestone
	const { member } = commitment.actionPlan
	const appointment = own.find((a) => a.memberId === null || a.memberId === member.id)
	if (!appointment) throw new Refusal('not_found')
	const subject = { organizationId: appointment.organizationId, memberId: member.id }
	if (!may(ctx.actor, 'verification.draft', subject)) throw new Refusal('not_allowed')
	const organization = await db.organization.findFirst({ where: { id: subject.organizationId, kind: 'CSO' } })
	const answersForIt = commitment.institutions.some((i) => i.organizationId === subject.organizationId)
	if (!organization || answersForIt) throw new Refusal('not_allowed')
	return {
		...subject,
		planId: commitment.actionPlan.id,
		commitmentId: commitment.id,
		milestoneId: milestone.id,
		checkpointId: claim?.checkpointId ?? null,
		claim,
		today: dayIn(member.timeZone, ctx.now),
	}
}

/** The newest declaration of the actor for their CSO on a commitment that holds today; null: none does. */
export async function findDeclaration(
	db: Transaction,
	ctx: Context,
	on: { readonly organizationId: string; readonly commitmentId: string; readonly today: CalendarDay },
): Promise<ConflictDeclaration | null> {
	return db.conflictDeclaration.findFirst({
		where: {
			personId: ctx.actor.personId ?? '',
			organizationId: on.organizationId,
			commitmentId: on.commitmentId,
			validUntilOn: { gte: on.today },
		},
		orderBy: { createdAt: 'desc' },
	})
}

/** The claim that took the place of the one a draft judges: its next version or, where there was none, the first. */
export async function findNewerClaim(
	db: Transaction,
	draft: Pick<VerificationDraft, 'claimRecordId' | 'claimVersion' | 'milestoneId'>,
): Promise<ProgressUpdate | null> {
	if (draft.claimRecordId !== null) {
		const newest = await newestVersionOf(db, draft.claimRecordId)
		return newest && newest.version !== draft.claimVersion ? newest : null
	}
	return db.progressUpdate.findFirst({
		where: { milestoneId: draft.milestoneId ?? '' },
		orderBy: [{ publishedAt: 'desc' }, { version: 'desc' }],
	})
}

/**
 * The newest version of what a CSO published on a milestone at a checkpoint; its next finding supersedes that. A
 * withdrawn finding has no successor: whoever finds something anew begins a record of its own.
 */
export async function findNewestFinding(
	db: Transaction,
	{ withdrawals }: Pick<Context, 'withdrawals'>,
	at: Pick<VerificationDraft, 'organizationId' | 'commitmentId' | 'milestoneId' | 'checkpointId'>,
): Promise<Verification | null> {
	const { organizationId, commitmentId, milestoneId, checkpointId } = at
	const withdrawn = await withdrawnRecordIds({ db, withdrawals })
	return db.verification.findFirst({
		where: {
			organizationId,
			commitmentId,
			milestoneId,
			checkpointId,
			recordId: { notIn: [...withdrawn] },
		},
		orderBy: { version: 'desc' },
	})
}

/** Drafts the actor wrote for a CSO they are still appointed by. */
export function ownDrafts(ctx: Context) {
	const organizationIds = ctx.actor.appointments
		.filter((a) => CSO_ROLES.includes(a.role))
		.map((a) => a.organizationId)
	return { authorId: ctx.actor.personId ?? '', organizationId: { in: organizationIds } }
}

async function newestVersionOf(db: Transaction, claimRecordId: string): Promise<ProgressUpdate | null> {
	return db.progressUpdate.findFirst({ where: { recordId: claimRecordId }, orderBy: { version: 'desc' } })
}
