import { CSO_ROLES } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findingDraft } from '#app/domain/finding-draft/view.ts'
import type { EarlierOwnFinding, FindingView, VerifyView } from '#app/domain/finding-draft/view.ts'
import { findGround, findGroundOfDraft, findNewerClaim } from '#app/domain/finding-ground/queries.server.ts'
import type { Ground, SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import { claimedLevelOf, subjectView } from '#app/domain/finding-ground/view.ts'
import type { JudgedClaimView, SubjectView } from '#app/domain/finding-ground/view.ts'
import type { ConflictView } from '#app/domain/conflict/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { Verification, VerificationDraft } from '#prisma/generated/client.ts'
import { findingFaults } from './rules.ts'
import type { VerificationView } from './view.ts'

/** A commitment or milestone before it is verified, with its claim. Refuses with `not_found`, `not_allowed`. */
export async function findSubject(ctx: Context, key: SubjectKey): Promise<VerifyView> {
	const ground = await findGround(ctx.db, ctx, key)
	const claimRecordId = ground.claim?.recordId ?? null
	const [record, draft] = await Promise.all([
		findPlanRecord(ctx, ground.planId),
		ctx.db.verificationDraft.findFirst({ where: draftOn(ctx, ground) }),
	])
	const checkpointCode = ground.checkpoint?.code ?? null
	const published = findingsOn(commitmentIn(record, ground.commitmentId), ground.milestoneId).find(
		(v) => v.organizationId === ground.organizationId && v.checkpointCode === checkpointCode,
	)
	return {
		subject: subjectIn(record, ground, claimRecordId),
		conflict: conflictOn(ground),
		draftId: draft?.id ?? null,
		published: published ?? null,
		closedBecause: ground.closedBecause,
	}
}

/** A finding the actor is writing; of anybody else it does not exist. */
export async function findFinding(ctx: Context, draftId: string): Promise<FindingView> {
	const row = await ctx.db.verificationDraft.findFirst({ where: { ...ownDrafts(ctx), id: draftId } })
	if (!row) throw new Refusal('not_found')
	return findingOf(ctx, row)
}

/** A finding being written with all that its pages show; who may see it is asked before. */
export async function findingOf(ctx: Context, row: VerificationDraft): Promise<FindingView> {
	const ground = await findGroundOfDraft(ctx.db, ctx, row)
	const record = await findPlanRecord(ctx, ground.planId)
	const subject = subjectIn(record, ground, row.claimRecordId)
	const newer = await findNewerClaim(ctx.db, row)
	const draft = findingDraft(row)
	return {
		subject,
		draft,
		faults: findingFaults(draft, claimedLevelOf(subject)),
		newerClaim: newer && newerIn(subjectIn(record, ground, newer.recordId)),
		conflict: conflictOn(ground),
		earlier: earlierOf(record, ground, draft.id),
		isReviewed: ground.reviewsFindings,
		closedBecause: ground.closedBecause,
	}
}

function newerIn({ claim, stated }: SubjectView): JudgedClaimView {
	return { claim, stated }
}

function conflictOn({ declarations, ties, rules }: Ground): ConflictView {
	return {
		declarations,
		ties,
		declarationMonths: rules.declarationMonths.value,
		employmentMonths: rules.employmentMonths.value,
	}
}

function subjectIn(record: PlanRecord, ground: Ground, claimRecordId: string | null): SubjectView {
	const { commitmentId, milestoneId, checkpoint } = ground
	const subject = subjectView(record, { commitmentId, milestoneId, checkpoint, claimRecordId })
	if (!subject) throw new Refusal('not_found')
	return subject
}

function commitmentIn(record: PlanRecord, commitmentId: string): CommitmentRecord | undefined {
	return record.commitments.find((commitment) => commitment.id === commitmentId)
}

function findingsOn(
	commitment: CommitmentRecord | undefined,
	milestoneId: string | null,
): readonly VerificationView[] {
	if (milestoneId === null) return commitment?.verifications ?? []
	return commitment?.milestones.find((milestone) => milestone.id === milestoneId)?.verifications ?? []
}

/** What the organization found about the commitment and its milestones before; newest first. */
function earlierOf(record: PlanRecord, ground: Ground, recordId: string): readonly EarlierOwnFinding[] {
	const commitment = commitmentIn(record, ground.commitmentId)
	const onMilestones = (commitment?.milestones ?? []).flatMap((milestone) =>
		milestone.verifications.map((found) => ({ found, milestoneTitle: milestone.title })),
	)
	const onWhole = (commitment?.verifications ?? []).map((found) => ({ found, milestoneTitle: null }))
	return [...onMilestones, ...onWhole]
		.filter(({ found }) => found.organizationId === ground.organizationId && found.recordId !== recordId)
		.sort((a, b) => b.found.ledgerIndex - a.found.ledgerIndex)
		.map(({ found: { recordId: id, checkpointCode, outcome, level, publishedOn }, milestoneTitle }) => ({
			recordId: id,
			checkpointCode,
			outcome,
			level,
			publishedOn,
			milestoneTitle,
		}))
}

/**
 * The newest version of what a CSO published on a commitment or milestone at a checkpoint; its next finding supersedes
 * that. A withdrawn finding has no successor: whoever finds something anew begins a record of its own.
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

/** Whether an act is a finding of an organization on a commitment that still stands, so that another can follow it up. */
export async function isOwnFinding(
	db: Transaction,
	{ withdrawals }: Pick<Context, 'withdrawals'>,
	act: { readonly recordId: string; readonly organizationId: string; readonly commitmentId: string },
): Promise<boolean> {
	const found = await db.verification.findFirst({ where: { ...act } })
	if (!found) return false
	return !(await withdrawnRecordIds({ db, withdrawals })).has(act.recordId)
}

/** The actor's own draft on a ground. */
export function draftOn(ctx: Context, ground: Ground) {
	return {
		...ownDrafts(ctx),
		commitmentId: ground.commitmentId,
		milestoneId: ground.milestoneId,
		claimRecordId: ground.claim?.recordId ?? null,
		checkpointId: ground.checkpoint?.id ?? null,
	}
}

/** Drafts the actor wrote for a CSO they are still appointed by. */
export function ownDrafts(ctx: Context) {
	const organizationIds = ctx.actor.appointments
		.filter((a) => CSO_ROLES.includes(a.role))
		.map((a) => a.organizationId)
	return { authorId: ctx.actor.personId ?? '', organizationId: { in: organizationIds } }
}
