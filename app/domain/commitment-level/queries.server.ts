import { z } from 'zod'
import { may, organizationsOf } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
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
	const organizationIds = organizationsOf(ctx.actor, ['IMPLEMENTER'])
	if (organizationIds.length === 0) return []
	const open = await openCheckpoints(ctx, organizationIds)
	if (open.length === 0) return []
	const rows = LevelTaskRows.parse(await ctx.db.$queryRawUnsafe(LEVEL_TASKS, organizationIds, open))
	return rows.map(({ isPublished, draft, ...row }) => ({
		...lineOf(row),
		state: draft === null && isPublished ? 'PUBLISHED' : proposalState(draft),
		draftId: null,
	}))
}

const text = z.string().nullable()
const line = {
	commitmentId: z.string(),
	titleEn: text,
	titleId: text,
	checkpointCode: z.string(),
	dueOn: z.string(),
}
const LevelTaskRows = packedRows(
	z.object({ ...line, isPublished: z.boolean(), draft: z.object({ returnedReason: text }).nullable() }),
)
const ProposalRows = packedRows(z.object({ ...line, draftId: z.string() }))
const WindowRows = packedRows(
	z.object({
		id: z.string(),
		planId: z.string(),
		timeZone: z.string(),
		opensOn: z.string(),
		dueOn: z.string(),
		lockedOn: text,
		reopenedUntilOn: text,
	}),
)

function lineOf({ titleEn, titleId, ...row }: z.infer<z.ZodObject<typeof line>>) {
	const { commitmentId, checkpointCode, dueOn } = row
	return { commitmentId, commitmentTitle: { en: titleEn, id: titleId }, checkpointCode, dueOn }
}

const LINE = `'commitmentId', c."id", 'titleEn', t."titleEn", 'titleId', t."titleId",
		'checkpointCode', k."code", 'dueOn', k."dueOn"`

const NEWEST_TITLE = `LEFT JOIN LATERAL (
		SELECT v."titleEn", v."titleId" FROM "CommitmentVersion" v WHERE v."commitmentId" = c."id"
		ORDER BY v."version" DESC LIMIT 1
	) t ON true`

/** $1 institutions · $2 checkpoints */
const LEVEL_TASKS = `
	SELECT json_agg(json_build_object(${LINE},
		'isPublished', EXISTS (SELECT 1 FROM "CommitmentLevel" l WHERE l."commitmentId" = c."id"
			AND l."checkpointId" = k."id" AND l."organizationId" = ANY($1::text[])),
		'draft', (SELECT json_build_object('returnedReason', d."returnedReason") FROM "CommitmentLevelDraft" d
			WHERE d."commitmentId" = c."id" AND d."checkpointId" = k."id")
	) ORDER BY c."actionPlanId", c."position")::text AS "rows"
	FROM "Checkpoint" k JOIN "Commitment" c ON c."actionPlanId" = k."actionPlanId"
	${NEWEST_TITLE}
	WHERE k."id" = ANY($2::text[]) AND EXISTS (SELECT 1 FROM "CommitmentInstitution" i
		WHERE i."commitmentId" = c."id" AND i."isLead" AND i."organizationId" = ANY($1::text[]))`

/** The checkpoints, the newest first, of published plans in which some institutions lead a commitment. */
const WINDOWS = `
	SELECT json_agg(json_build_object('id', k."id", 'planId', p."id", 'timeZone', m."timeZone",
		'opensOn', k."opensOn", 'dueOn', k."dueOn", 'lockedOn', k."lockedOn",
		'reopenedUntilOn', k."reopenedUntilOn") ORDER BY k."dueOn" DESC)::text AS "rows"
	FROM "Checkpoint" k JOIN "ActionPlan" p ON p."id" = k."actionPlanId" AND p."status" <> 'DRAFT'
	JOIN "Member" m ON m."id" = p."memberId"
	WHERE p."id" IN (SELECT c."actionPlanId" FROM "CommitmentInstitution" i JOIN "Commitment" c ON c."id" = i."commitmentId"
		WHERE i."isLead" AND i."organizationId" = ANY($1::text[]))`

/** Of each plan, the newest checkpoint that takes reports today. */
async function openCheckpoints(ctx: Context, organizationIds: readonly string[]): Promise<readonly string[]> {
	const rows = WindowRows.parse(await ctx.db.$queryRawUnsafe(WINDOWS, organizationIds))
	const open = new Map<string, string>()
	for (const { id, planId, timeZone, ...checkpoint } of rows) {
		const isOpen = reasonNotToFile(checkpoint, dayIn(timeZone, ctx.now)) === null
		if (isOpen && !open.has(planId)) open.set(planId, id)
	}
	return [...open.values()]
}

/** Proposals that wait for the actor as lead of an institution. */
export async function listLevelApprovals(ctx: Context): Promise<readonly LevelItem[]> {
	const organizationIds = organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])
	if (organizationIds.length === 0) return []
	const rows = ProposalRows.parse(await ctx.db.$queryRawUnsafe(PROPOSALS, organizationIds))
	return rows.map((row) => ({
		...lineOf(row),
		state: proposalState({ returnedReason: null }),
		draftId: row.draftId,
	}))
}

const PROPOSALS = `
	SELECT json_agg(json_build_object(${LINE}, 'draftId', d."id") ORDER BY k."dueOn")::text AS "rows"
	FROM "CommitmentLevelDraft" d
	JOIN "Checkpoint" k ON k."id" = d."checkpointId"
	JOIN "Commitment" c ON c."id" = d."commitmentId"
	${NEWEST_TITLE}
	WHERE d."returnedReason" IS NULL AND d."organizationId" = ANY($1::text[])`
