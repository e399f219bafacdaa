import { z } from 'zod'
import { may, organizationsOf } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findPieces } from '#app/domain/evidence/queries.server.ts'
import { NOTHING_FURTHER } from '#app/domain/further-answer/rules.ts'
import { senderOf } from '#app/domain/report-sender/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { listTaskRecords } from '#app/domain/task-record/queries.server.ts'
import { claimAt, tasksFrom } from '#app/domain/task/view.ts'
import type { TaskItem } from '#app/domain/task/view.ts'
import type { ProgressUpdate, ProgressUpdateDraft } from '#prisma/generated/client.ts'
import { levelOfNilReport, missingAnswers, needsChallenges, reasonNotToFile } from './rules.ts'
import type { ClaimLevel, Window } from './rules.ts'
import { answersOf, draftView } from './view.ts'
import type { ApprovalView, TaskView } from './view.ts'

/** Which report: a milestone at a checkpoint of its plan. */
export type TaskKey = { readonly milestoneId: string; readonly checkpointCode: string }

const OFFICERS = ['IMPLEMENTER'] as const
const LEADS = ['INSTITUTION_LEAD'] as const

/** Tasks of the actor's institutions, most urgent first. */
export async function taskListOf(ctx: Context): Promise<readonly TaskItem[]> {
	const organizationIds = organizationsOf(ctx.actor, OFFICERS)
	const [shares, drafts] = await Promise.all([
		ctx.db.commitmentInstitution.findMany({
			where: {
				// Institutions in support may report too; what is owed, the one that leads owes.
				isLead: true,
				organizationId: { in: [...organizationIds] },
				commitment: { actionPlan: { status: { not: 'DRAFT' } } },
			},
			select: { commitmentId: true },
		}),
		ctx.db.progressUpdateDraft.findMany({
			where: { organizationId: { in: [...organizationIds] } },
			select: { milestoneId: true, checkpointId: true, state: true },
		}),
	])
	const commitmentIds = new Set(shares.map((share) => share.commitmentId))
	const records = await listTaskRecords(ctx, [...commitmentIds])
	return records
		.flatMap((record) =>
			tasksFrom(record, {
				commitmentIds,
				organizationIds,
				drafts,
				today: dayIn(record.plan.member.timeZone, ctx.now),
			}),
		)
		.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** One report to file, for officers of an institution that answers for the commitment; for others it does not exist. */
export async function findTask(ctx: Context, key: TaskKey): Promise<TaskView> {
	const place = await findPlace(ctx.db, ctx, { key, organizationIds: organizationsOf(ctx.actor, OFFICERS) })
	return taskViewAt(ctx, place)
}

/** A report that was sent to the actor as lead. Refuses with `not_found`, or `draft_not_submitted` where it was sent back. */
export async function findApproval(ctx: Context, draftId: string): Promise<ApprovalView> {
	const organizationIds = organizationsOf(ctx.actor, LEADS)
	const draft = await ctx.db.progressUpdateDraft.findFirst({
		where: { id: draftId, organizationId: { in: [...organizationIds] } },
		include: { checkpoint: true },
	})
	if (!draft) throw new Refusal('not_found')
	if (draft.state !== 'SUBMITTED' || draft.submittedById === null) throw new Refusal('draft_not_submitted')
	const key = { milestoneId: draft.milestoneId, checkpointCode: draft.checkpoint.code }
	const [place, sender] = await Promise.all([
		findPlace(ctx.db, ctx, { key, organizationIds: [draft.organizationId] }),
		senderOf(ctx, draft.submittedById),
	])
	return {
		task: await taskViewAt(ctx, place),
		draft: draftView(draft),
		submittedBy: sender.name,
		submittedOn: dayIn(place.timeZone, draft.submittedAt ?? draft.updatedAt),
		mayApprove: !sender.isActor && may(ctx.actor, 'progress-update.approve', draft),
	}
}

/** Where a report is filed, with what decides whether it may be. */
export type Place = {
	readonly planId: string
	readonly milestoneId: string
	readonly startsOn: string | null
	readonly checkpoint: Window & { readonly id: string; readonly code: string }
	/** All institutions that answer for the commitment. */
	readonly institutionIds: readonly string[]
	/** The one of them the report is filed for; the lead first. */
	readonly organizationId: string
	readonly timeZone: string
	readonly today: CalendarDay
	readonly draft: ProgressUpdateDraft | null
}

/** The place of a report within some institutions. Refuses with `not_found` outside them. */
export async function findPlace(
	db: Transaction,
	ctx: Context,
	{ key, organizationIds }: { key: TaskKey; organizationIds: readonly string[] },
): Promise<Place> {
	const places = await findPlaces(db, ctx, {
		checkpointCode: key.checkpointCode,
		milestoneIds: [key.milestoneId],
		organizationIds,
	})
	const place = places.get(key.milestoneId)
	if (!place) throw new Refusal('not_found')
	const { milestoneId, organizationId } = place
	const draft = await db.progressUpdateDraft.findFirst({
		where: { milestoneId, checkpointId: place.checkpoint.id, organizationId },
	})
	return { ...place, draft }
}

/** The places of several reports at one checkpoint, by milestone; those outside the institutions are missing. */
export async function findPlaces(
	db: Transaction,
	ctx: Context,
	{
		checkpointCode,
		milestoneIds,
		organizationIds,
	}: { checkpointCode: string; milestoneIds: readonly string[]; organizationIds: readonly string[] },
): Promise<ReadonlyMap<string, Omit<Place, 'draft'>>> {
	const rows = PlaceRows.parse(await db.$queryRawUnsafe(PLACES, [...milestoneIds], checkpointCode))
	return new Map(
		rows.flatMap(({ institutionIds, timeZone, startsOn, planId, milestoneId, ...checkpoint }) => {
			const organizationId = institutionIds.find((id) => organizationIds.includes(id))
			if (organizationId === undefined) return []
			const today = dayIn(timeZone, ctx.now)
			const place = { planId, milestoneId, startsOn, checkpoint, institutionIds }
			return [[milestoneId, { ...place, organizationId, timeZone, today }] as const]
		}),
	)
}

const day = z.string().nullable()

const PlaceRows = z.array(
	z.object({
		milestoneId: z.string(),
		planId: z.string(),
		timeZone: z.string(),
		startsOn: day,
		id: z.string(),
		code: z.string(),
		opensOn: z.string(),
		dueOn: z.string(),
		lockedOn: day,
		reopenedUntilOn: day,
		institutionIds: z.array(z.string()),
	}),
)

/** Every answer of a report asks for its place: in one statement, where seven would follow each other. */
const PLACES = `
	SELECT m."id" AS "milestoneId", a."id" AS "planId", mb."timeZone", mv."startsOn",
		k."id", k."code", k."opensOn", k."dueOn", k."lockedOn", k."reopenedUntilOn",
		ARRAY(
			SELECT i."organizationId" FROM "CommitmentInstitution" i
			WHERE i."commitmentId" = c."id" ORDER BY i."isLead" DESC
		) AS "institutionIds"
	FROM "Milestone" m
	JOIN "Commitment" c ON c."id" = m."commitmentId"
	JOIN "ActionPlan" a ON a."id" = c."actionPlanId" AND a."status" <> 'DRAFT'
	JOIN "Member" mb ON mb."id" = a."memberId"
	JOIN "Checkpoint" k ON k."actionPlanId" = a."id" AND k."code" = $2
	LEFT JOIN LATERAL (
		SELECT v."startsOn" FROM "MilestoneVersion" v WHERE v."milestoneId" = m."id" ORDER BY v."version" DESC LIMIT 1
	) mv ON true
	WHERE m."id" = ANY($1::text[])`

/** Holds a milestone until the transaction ends, so that acts about it come one after the other. */
export async function holdMilestone(tx: Transaction, milestoneId: string): Promise<void> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "Milestone" WHERE "id" = $1 FOR UPDATE', milestoneId)
}

/** The newest version of what an institution published itself on a milestone at a checkpoint. */
export async function findNewestAt(
	tx: Transaction,
	at: { readonly milestoneId: string; readonly checkpointId: string; readonly organizationId: string },
): Promise<ProgressUpdate | null> {
	const { milestoneId, checkpointId, organizationId } = at
	return tx.progressUpdate.findFirst({
		where: { milestoneId, checkpointId, organizationId, isImported: false },
		orderBy: { version: 'desc' },
	})
}

/** What the newest claim on a milestone says, in the order of the log; null without a claim. */
export async function findStanding(tx: Transaction, milestoneId: string): Promise<ClaimLevel | null> {
	const claims = await tx.progressUpdate.findMany({ where: { milestoneId } })
	const newest = await tx.ledgerEntry.findFirst({
		where: { recordId: { in: claims.map((claim) => claim.recordId) } },
		orderBy: { index: 'desc' },
	})
	const claim = claims.find((c) => c.recordId === newest?.recordId && c.version === newest.version)
	return claim ? { level: CLAIMED_LEVELS.find((level) => level === claim.claimedLevel) ?? null } : null
}

/** The report at a place, as the pages show it. */
export async function taskViewAt(ctx: Context, place: Place): Promise<TaskView> {
	const record = await findPlanRecord(ctx, place.planId)
	const commitment = record.commitments.find((c) => c.milestones.some((m) => m.id === place.milestoneId))
	const milestone = commitment?.milestones.find((m) => m.id === place.milestoneId)
	const checkpoint = record.checkpoints.find((c) => c.id === place.checkpoint.id)
	if (!commitment || !milestone || !checkpoint) throw new Refusal('not_found')
	const institution = await ctx.db.organization.findUniqueOrThrow({ where: { id: place.organizationId } })
	const draft = place.draft && draftView(place.draft)
	const published = claimAt(milestone, checkpoint, [place.organizationId])
	const before = milestone.claims[0] ?? null
	const pieces = draft || !published ? [] : await findPieces(ctx.db, published, utcDay(ctx.now))
	const answers = draft ?? (published ? answersOf(published, pieces) : NO_ANSWERS)
	return {
		plan: planOf(record),
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		commitment: { id: commitment.id, number: commitment.number, title: commitment.title },
		milestone: {
			id: milestone.id,
			number: milestone.number,
			title: milestone.title,
			deliverable: milestone.deliverable,
			startsOn: milestone.startsOn,
			endsOn: milestone.endsOn,
		},
		checkpoint,
		institution: { en: institution.nameEn, id: institution.nameId },
		timeZone: place.timeZone,
		today: place.today,
		closedBecause: reasonNotToFile(checkpoint, place.today),
		draft,
		answers,
		published,
		before,
		asksForChallenges: needsChallenges({ ...answers, startsOn: place.startsOn }, place.today),
		missing: missingAnswers(answers, place.startsOn, place.today),
		statedLevel: answers.isNil ? levelOfNilReport(before) : answers.level,
	}
}

function planOf({ plan: { id, title, startsOn, endsOn } }: PlanRecord): TaskView['plan'] {
	return { id, title, startsOn, endsOn }
}

const NO_ANSWERS: TaskView['answers'] = {
	isNil: false,
	level: null,
	done: { en: null, id: null },
	challenges: [],
	challengeText: null,
	further: NOTHING_FURTHER,
	evidence: [],
}
