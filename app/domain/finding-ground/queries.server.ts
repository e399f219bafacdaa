import { CSO_ROLES, may } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { findDeclarations, findTies } from '#app/domain/conflict/queries.server.ts'
import type { Ties } from '#app/domain/conflict/rules.ts'
import type { Declarations } from '#app/domain/conflict/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { protocolOf } from '#app/domain/milestone/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { checksOf } from '#app/domain/verification/rules.ts'
import type { ProtocolCheck } from '#app/domain/verification/rules.ts'
import { findVerificationRules } from '#app/domain/verification-rules/queries.server.ts'
import type { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type { Checkpoint, VerificationDraft } from '#prisma/generated/client.ts'
import { reasonNotToVerify } from './rules.ts'

/**
 * What is to be verified: a published claim; a milestone, at a checkpoint or, without one, past its end; a commitment as
 * a whole at a checkpoint.
 */
export type SubjectKey =
	| { readonly claimRecordId: string }
	| { readonly milestoneId: string; readonly checkpointCode?: string }
	| { readonly commitmentId: string; readonly checkpointCode: string }

/** What government says of the thing that is judged. */
export type JudgedClaim = {
	readonly recordId: string
	readonly version: number
	readonly checkpointId: string | null
	readonly level: CompletionLevel | null
}

/** A commitment for which the actor's CSO is appointed. */
export type OwnCommitment = Awaited<ReturnType<typeof findOwnCommitment>>

/** Where a verification stands, with what decides whether it may be made. */
export type Ground = {
	readonly planId: string
	readonly commitmentId: string
	/** Null where the commitment as a whole is judged. */
	readonly milestoneId: string | null
	readonly checkpoint: Checkpoint | null
	readonly claim: JudgedClaim | null
	/** The CSO the actor verifies for. */
	readonly organizationId: string
	/** Whether a second person of the CSO reads its findings before they are published. */
	readonly reviewsFindings: boolean
	readonly memberId: string
	readonly today: CalendarDay
	readonly rules: VerificationRules
	readonly ties: Ties
	readonly declarations: Declarations
	/** What the milestone's protocol asks to check; empty where it has none. */
	readonly checks: readonly ProtocolCheck[]
	/** Why nothing can be found here today; null where it can. */
	readonly closedBecause: RefusalReason | null
}

/**
 * The ground of a verification. Refuses with `not_found` outside the members the CSO is appointed for, and with
 * `not_allowed` whoever holds no role of a CSO or one of that member's government.
 */
export async function findGround(db: Transaction, ctx: Context, key: SubjectKey): Promise<Ground> {
	refuseOutsiders(ctx)
	return groundAt(db, ctx, await placeOf(db, key))
}

/** The same, where something can be found today. Refuses with what stands against it. */
export async function findOpenGround(db: Transaction, ctx: Context, key: SubjectKey): Promise<Ground> {
	return opened(await findGround(db, ctx, key))
}

/** The ground of a draft, asked anew: an appointment may have ended, or one with the government begun, since. */
export async function findGroundOfDraft(
	db: Transaction,
	ctx: Context,
	draft: VerificationDraft,
): Promise<Ground> {
	refuseOutsiders(ctx)
	const { commitmentId, milestoneId, checkpointId, claimRecordId } = draft
	const claim =
		claimRecordId === null ? null : await newestClaim(db, milestoneId, { recordId: claimRecordId })
	return groundAt(db, ctx, { commitmentId, milestoneId, checkpointId, claim })
}

/** The ground, where nothing stands against a finding today. */
export function opened(ground: Ground): Ground {
	if (ground.closedBecause !== null) throw new Refusal(ground.closedBecause)
	return ground
}

/** The claim that took the place of the one a draft judges: its next version or, where there was none, the first. */
export async function findNewerClaim(
	db: Transaction,
	draft: Pick<
		VerificationDraft,
		'claimRecordId' | 'claimVersion' | 'commitmentId' | 'milestoneId' | 'checkpointId'
	>,
): Promise<JudgedClaim | null> {
	const { claimRecordId, claimVersion, commitmentId, milestoneId, checkpointId } = draft
	if (claimRecordId !== null) {
		const newest = await newestClaim(db, milestoneId, { recordId: claimRecordId })
		return newest && newest.version !== claimVersion ? newest : null
	}
	return newestClaim(db, milestoneId, { ...(milestoneId === null ? { commitmentId } : {}), checkpointId })
}

type Place = Pick<VerificationDraft, 'commitmentId' | 'milestoneId' | 'checkpointId'> & {
	readonly claim: JudgedClaim | null
}

async function placeOf(db: Transaction, key: SubjectKey): Promise<Place> {
	if ('claimRecordId' in key) {
		const row = await db.progressUpdate.findFirst({
			where: { recordId: key.claimRecordId },
			include: { milestone: true },
			orderBy: { version: 'desc' },
		})
		if (!row) throw new Refusal('not_found')
		const { milestoneId, checkpointId, milestone } = row
		return { commitmentId: milestone.commitmentId, milestoneId, checkpointId, claim: claimOf(row) }
	}
	const milestoneId = 'milestoneId' in key ? key.milestoneId : null
	const milestone =
		milestoneId === null ? null : await db.milestone.findUnique({ where: { id: milestoneId } })
	const commitmentId = 'commitmentId' in key ? key.commitmentId : milestone?.commitmentId
	if (commitmentId === undefined) throw new Refusal('not_found')
	if (key.checkpointCode === undefined) return { commitmentId, milestoneId, checkpointId: null, claim: null }
	const checkpoint = await db.checkpoint.findFirst({
		where: { code: key.checkpointCode, actionPlan: { commitments: { some: { id: commitmentId } } } },
	})
	if (!checkpoint) throw new Refusal('not_found')
	const at = { ...(milestoneId === null ? { commitmentId } : {}), checkpointId: checkpoint.id }
	const claim = await newestClaim(db, milestoneId, at)
	return { commitmentId, milestoneId, checkpointId: checkpoint.id, claim }
}

type ClaimAt = {
	readonly recordId?: string
	readonly commitmentId?: string
	readonly checkpointId?: string | null
}

/** The newest claim on a milestone or, with null, on a commitment as a whole; of a record, a checkpoint or at all. */
async function newestClaim(
	db: Transaction,
	milestoneId: string | null,
	{ recordId, commitmentId, checkpointId }: ClaimAt,
): Promise<JudgedClaim | null> {
	const where = {
		...(recordId === undefined ? {} : { recordId }),
		...(commitmentId === undefined ? {} : { commitmentId }),
		...(checkpointId ? { checkpointId } : {}),
	}
	const orderBy = [{ publishedAt: 'desc' as const }, { version: 'desc' as const }]
	const row =
		milestoneId === null
			? await db.commitmentLevel.findFirst({ where, orderBy })
			: await db.progressUpdate.findFirst({ where: { ...where, milestoneId }, orderBy })
	return row && claimOf(row)
}

type ClaimRow = Omit<JudgedClaim, 'level'> & { readonly claimedLevel: string | null }

function claimOf({ recordId, version, checkpointId, claimedLevel }: ClaimRow): JudgedClaim {
	const level = COMPLETION_LEVELS.find((one) => one === claimedLevel) ?? null
	return { recordId, version, checkpointId, level }
}

function refuseOutsiders(ctx: Context): void {
	if (!ctx.actor.appointments.some((a) => CSO_ROLES.includes(a.role))) throw new Refusal('not_allowed')
}

/**
 * A commitment of a public plan, and the CSO the actor verifies it for. Refuses with `not_found` outside the members the
 * CSO is appointed for, and with `not_allowed` whoever may not verify there.
 */
export async function findOwnCommitment(db: Transaction, ctx: Context, commitmentId: string) {
	refuseOutsiders(ctx)
	const newest = { orderBy: { version: 'desc' }, take: 1, select: { standing: true } } as const
	const commitment = await db.commitment.findFirst({
		where: { id: commitmentId, actionPlan: { status: { not: 'DRAFT' } } },
		include: { versions: newest, actionPlan: { include: { member: true } } },
	})
	if (!commitment) throw new Refusal('not_found')
	const { actionPlan } = commitment
	const appointment = ctx.actor.appointments.find(
		(a) => CSO_ROLES.includes(a.role) && (a.memberId === null || a.memberId === actionPlan.memberId),
	)
	if (!appointment) throw new Refusal('not_found')
	const subject = { organizationId: appointment.organizationId, memberId: actionPlan.memberId }
	if (!may(ctx.actor, 'verification.draft', subject)) throw new Refusal('not_allowed')
	const organization = await db.organization.findFirst({ where: { id: subject.organizationId, kind: 'CSO' } })
	if (!organization) throw new Refusal('not_allowed')
	return {
		...subject,
		organization,
		planId: actionPlan.id,
		commitmentId,
		standing: commitment.versions[0]?.standing ?? null,
		today: dayIn(actionPlan.member.timeZone, ctx.now),
		rules: await findVerificationRules(db, actionPlan.ruleSetId),
	}
}

async function groundAt(db: Transaction, ctx: Context, place: Place): Promise<Ground> {
	const own = await findOwnCommitment(db, ctx, place.commitmentId)
	const { organization, standing, ...ground } = own
	const { today, rules } = ground
	const milestone =
		place.milestoneId === null
			? null
			: await db.milestoneVersion.findFirst({
					where: { milestoneId: place.milestoneId },
					orderBy: { version: 'desc' },
				})
	const checkpoint =
		place.checkpointId === null ? null : await db.checkpoint.findUnique({ where: { id: place.checkpointId } })
	const reason = reasonNotToVerify(
		{
			standings: [standing, milestone?.standing ?? null],
			checkpoint,
			hasClaim: place.claim !== null,
			isWhole: place.milestoneId === null,
			endsOn: milestone?.endsOn ?? null,
		},
		today,
	)
	return {
		...ground,
		milestoneId: place.milestoneId,
		checkpoint,
		claim: place.claim,
		checks: milestone === null ? [] : checksOf(protocolOf(milestone).protocol),
		reviewsFindings: organization.reviewsFindings,
		ties: await findTies(db, ctx, { ...ground, employmentMonths: rules.employmentMonths.value }),
		declarations: await findDeclarations(db, ctx, ground),
		closedBecause: (await hasStoodBack(db, ctx, ground)) ? 'recused' : reason,
	}
}

/** Whether the actor, or their organization as a whole, stands back from a commitment today. */
export async function hasStoodBack(
	db: Transaction,
	ctx: Context,
	on: Pick<Ground, 'organizationId' | 'commitmentId' | 'today'>,
): Promise<boolean> {
	const recusal = await db.recusal.findFirst({
		where: {
			organizationId: on.organizationId,
			commitmentId: on.commitmentId,
			untilOn: { gte: on.today },
			OR: [{ scope: 'ORGANIZATION' }, { personId: ctx.actor.personId ?? '' }],
		},
	})
	return recusal !== null
}
