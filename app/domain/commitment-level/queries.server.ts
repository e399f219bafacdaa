import { may, organizationsOf } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { claimedLevelOfCommitment, reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Checkpoint, CommitmentLevelDraft } from '#prisma/generated/client.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { proposalState } from './rules.ts'
import { proposalView } from './view.ts'
import type { LevelApproval, LevelItem, LevelTask } from './view.ts'

/** Which level: a commitment at a checkpoint of its plan. */
export type LevelKey = { readonly commitmentId: string; readonly checkpointCode: string }

/** Where a level is stated, with what decides whether it may be. */
export type LevelPlace = {
	readonly planId: string
	readonly commitmentId: string
	readonly checkpoint: Checkpoint
	readonly institutionIds: readonly string[]
	/** The one it is stated for; the lead first. */
	readonly organizationId: string
	readonly institution: Bilingual
	readonly timeZone: string
	readonly draft: CommitmentLevelDraft | null
}

/** The place of a level within the actor's institutions. Refuses with `not_found` outside them. */
export async function findLevelPlace(
	db: Transaction,
	ctx: Context,
	{ key, roles }: { key: LevelKey; roles: readonly Role[] },
): Promise<LevelPlace> {
	const organizationIds = organizationsOf(ctx.actor, roles)
	const commitment = await db.commitment.findFirst({
		where: {
			id: key.commitmentId,
			institutions: { some: { organizationId: { in: [...organizationIds] } } },
			actionPlan: { status: { not: 'DRAFT' } },
		},
		include: {
			institutions: { orderBy: { isLead: 'desc' } },
			actionPlan: { include: { member: true, checkpoints: { where: { code: key.checkpointCode } } } },
		},
	})
	const checkpoint = commitment?.actionPlan.checkpoints[0]
	const own = commitment?.institutions.find((i) => organizationIds.includes(i.organizationId))
	if (!commitment || !checkpoint || !own) throw new Refusal('not_found')
	const { organizationId } = own
	const organization = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
	return {
		planId: commitment.actionPlanId,
		commitmentId: commitment.id,
		checkpoint,
		institutionIds: commitment.institutions.map((i) => i.organizationId),
		organizationId,
		institution: { en: organization.nameEn, id: organization.nameId },
		timeZone: commitment.actionPlan.member.timeZone,
		draft: await db.commitmentLevelDraft.findFirst({
			where: { commitmentId: commitment.id, checkpointId: checkpoint.id, organizationId },
		}),
	}
}

/** A level to state, for officers of an institution that answers for the commitment; for others it does not exist. */
export async function findLevelTask(
	ctx: Context,
	key: LevelKey,
	roles: readonly Role[] = ['IMPLEMENTER'],
): Promise<LevelTask> {
	const place = await findLevelPlace(ctx.db, ctx, { key, roles })
	const record = await findPlanRecord(ctx, place.planId)
	const commitment = record.commitments.find((c) => c.id === place.commitmentId)
	if (!commitment) throw new Refusal('not_found')
	return levelTask(place, { record, commitment, ctx })
}

type Found = { readonly record: PlanRecord; readonly commitment: CommitmentRecord; readonly ctx: Context }

function levelTask(place: LevelPlace, { record, commitment, ctx }: Found): LevelTask {
	const { checkpoint } = place
	const stated = commitment.statedLevels ?? []
	return {
		commitment: { id: commitment.id, number: commitment.number, title: commitment.title },
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		checkpoint: { code: checkpoint.code, dueOn: checkpoint.dueOn },
		institution: place.institution,
		closedBecause: reasonNotToFile(checkpoint, dayIn(place.timeZone, ctx.now)),
		suggestion: suggestionFor(commitment),
		draft: place.draft && proposalView(place.draft),
		published:
			stated.find(
				(one) => one.checkpointCode === checkpoint.code && one.organizationId === place.organizationId,
			) ?? null,
		newest: stated[0] ?? null,
	}
}

/** What the milestones of a commitment come to today: a suggestion, and nothing more. */
export function suggestionFor(commitment: CommitmentRecord): LevelTask['suggestion'] {
	const { level, known, total } = claimedLevelOfCommitment(
		commitment.milestones.map((m) => m.claims[0] ?? null),
	)
	return { level: CLAIMED_LEVELS.find((one) => one === level) ?? null, known, total }
}

/** A level that was proposed to the actor as lead. Refuses with `not_found`, or `draft_not_submitted` where it was sent back. */
export async function findLevelApproval(ctx: Context, draftId: string): Promise<LevelApproval> {
	const draft = await ctx.db.commitmentLevelDraft.findFirst({
		where: { id: draftId, organizationId: { in: [...organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])] } },
		include: { checkpoint: true },
	})
	if (!draft) throw new Refusal('not_found')
	if (proposalState(draft) !== 'WAITING') throw new Refusal('draft_not_submitted')
	const key = { commitmentId: draft.commitmentId, checkpointCode: draft.checkpoint.code }
	const [task, author] = await Promise.all([
		findLevelTask(ctx, key, ['INSTITUTION_LEAD']),
		ctx.db.person.findUnique({ where: { id: draft.submittedById }, select: { displayName: true } }),
	])
	return {
		task,
		draft: proposalView(draft),
		submittedBy: author?.displayName ?? '',
		mayApprove: may(ctx.actor, 'commitment-level.approve', draft),
	}
}

/** Levels of whole commitments that the actor may state at a checkpoint that is open, the earliest deadline first. */
export async function listLevelTasks(ctx: Context): Promise<readonly LevelItem[]> {
	const organizationIds = [...organizationsOf(ctx.actor, ['IMPLEMENTER'])]
	if (organizationIds.length === 0) return []
	const commitments = await ctx.db.commitment.findMany({
		where: {
			institutions: { some: { organizationId: { in: organizationIds }, isLead: true } },
			actionPlan: { status: { not: 'DRAFT' } },
		},
		select: {
			id: true,
			actionPlanId: true,
			versions: { ...NEWEST, select: { titleEn: true, titleId: true } },
			levelDrafts: true,
			levels: { where: { organizationId: { in: organizationIds } }, select: { checkpointId: true } },
		},
		orderBy: [{ actionPlanId: 'asc' }, { position: 'asc' }],
	})
	const open = await openCheckpoints(ctx, new Set(commitments.map((commitment) => commitment.actionPlanId)))
	return commitments.flatMap((commitment) => {
		const checkpoint = open.get(commitment.actionPlanId)
		if (!checkpoint) return []
		const draft = commitment.levelDrafts.find((one) => one.checkpointId === checkpoint.id) ?? null
		const isPublished = commitment.levels.some((one) => one.checkpointId === checkpoint.id)
		return [
			{
				commitmentId: commitment.id,
				commitmentTitle: titleOf(commitment.versions[0]),
				checkpointCode: checkpoint.code,
				dueOn: checkpoint.dueOn,
				state: draft === null && isPublished ? ('PUBLISHED' as const) : proposalState(draft),
				draftId: null,
			},
		]
	})
}

const NEWEST = { orderBy: { version: 'desc' }, take: 1 } as const

/** The newest checkpoint of some plans that takes reports today. */
async function openCheckpoints(
	ctx: Context,
	planIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Checkpoint>> {
	const plans = await ctx.db.actionPlan.findMany({
		where: { id: { in: [...planIds] } },
		select: {
			id: true,
			member: { select: { timeZone: true } },
			checkpoints: { orderBy: { dueOn: 'desc' } },
		},
	})
	return new Map(
		plans.flatMap(({ id, member, checkpoints }) => {
			const today = dayIn(member.timeZone, ctx.now)
			const checkpoint = checkpoints.find((one) => reasonNotToFile(one, today) === null)
			return checkpoint ? [[id, checkpoint] as const] : []
		}),
	)
}

/** Proposals that wait for the actor as lead of an institution. */
export async function listLevelApprovals(ctx: Context): Promise<readonly LevelItem[]> {
	const rows = await ctx.db.commitmentLevelDraft.findMany({
		where: {
			returnedReason: null,
			organizationId: { in: [...organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])] },
		},
		include: {
			checkpoint: true,
			commitment: { include: { versions: { orderBy: { version: 'desc' }, take: 1 } } },
		},
		orderBy: { checkpoint: { dueOn: 'asc' } },
	})
	return rows.map((row) => ({
		commitmentId: row.commitmentId,
		commitmentTitle: titleOf(row.commitment.versions[0]),
		checkpointCode: row.checkpoint.code,
		dueOn: row.checkpoint.dueOn,
		state: proposalState(row),
		draftId: row.id,
	}))
}

function titleOf(version: { titleEn: string | null; titleId: string | null } | undefined): Bilingual {
	return { en: version?.titleEn ?? null, id: version?.titleId ?? null }
}
