import { CSO_ROLES, PLAN_ROLES, holdsAny, may, membersOf, organizationsOf } from '#app/access/policy.ts'
import { addDays, dayIn } from '#app/domain/calendar.ts'
import { listLevelApprovals, listLevelTasks } from '#app/domain/commitment-level/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { RUNNING_ROLES } from '#app/domain/cso-account/rules.ts'
import { listOwnObligations } from '#app/domain/obligation/queries.server.ts'
import { taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { TextParts } from './schema.ts'
import { LISTED_AT_ONCE, dutiesInOrder, listed, obligationDuties, taskListings } from './view.ts'
import type { ApprovalItem, Duty, Listed, Ways } from './view.ts'

/** Everything that waits for the actor, whatever their roles; of each list the first lines. Null: not of their roles. */
export async function findWork(ctx: Context, most: number = LISTED_AT_ONCE) {
	const ways: Ways = {
		runsPlans: holdsAny(ctx.actor, PLAN_ROLES),
		verifies: holdsAny(ctx.actor, CSO_ROLES),
		assesses: holdsAny(ctx.actor, ['MONITORING_BODY']),
		codes: holdsAny(ctx.actor, ['IRM']),
		handsOver: holdsAny(ctx.actor, ['INSTITUTION_LEAD', 'POC', 'CSO_OWNER']),
		administers: holdsAny(ctx.actor, ['INSTANCE_ADMIN']),
		runsAccounts: holdsAny(ctx.actor, RUNNING_ROLES),
	}
	const [tasks, approvals, duties, own, waiting] = await Promise.all([
		holdsAny(ctx.actor, ['IMPLEMENTER']) ? taskListOf(ctx) : null,
		holdsAny(ctx.actor, ['INSTITUTION_LEAD']) ? listApprovals(ctx, most) : null,
		ways.runsPlans || ways.verifies ? listDuties(ctx) : null,
		listLevelTasks(ctx),
		listLevelApprovals(ctx),
	])
	return {
		tasks: tasks && taskListings(tasks, most),
		approvals,
		duties,
		levels: { own: listed(own, most), waiting: listed(waiting, most) },
		ways,
	}
}

/** Reports that wait for the actor as lead of an institution, the oldest deadline first. */
export async function listApprovals(ctx: Context, most: number): Promise<Listed<ApprovalItem>> {
	const where = {
		state: 'SUBMITTED',
		organizationId: { in: [...organizationsOf(ctx.actor, ['INSTITUTION_LEAD'])] },
	}
	const [rows, count] = await Promise.all([
		ctx.db.progressUpdateDraft.findMany({
			where,
			include: {
				checkpoint: { include: { actionPlan: { include: { member: { select: { timeZone: true } } } } } },
				milestone: { include: { versions: PLAN_PARTS.versions } },
			},
			orderBy: [{ checkpoint: { dueOn: 'asc' } }, { submittedAt: 'asc' }, { id: 'asc' }],
			...(Number.isFinite(most) ? { take: most } : {}),
		}),
		ctx.db.progressUpdateDraft.count({ where }),
	])
	const items = rows.map((row) => ({
		draftId: row.id,
		milestoneTitle: titleOf(row.milestone),
		checkpointCode: row.checkpoint.code,
		dueOn: row.checkpoint.dueOn,
		submittedOn: dayIn(row.checkpoint.actionPlan.member.timeZone, row.submittedAt ?? row.updatedAt),
	}))
	return { items, count }
}

/** What waits for the actor beside reports: of plans they run, and of claims they may verify; by deadline. */
export async function listDuties(ctx: Context): Promise<readonly Duty[]> {
	const runsPlans = holdsAny(ctx.actor, PLAN_ROLES)
	const lists = await Promise.all([
		runsPlans ? listOwnObligations(ctx).then(obligationDuties) : [],
		runsPlans ? plansToApprove(ctx) : [],
		runsPlans ? amendmentsToApprove(ctx) : [],
		runsPlans ? commentsToAnswer(ctx) : [],
		holdsAny(ctx.actor, CSO_ROLES) ? claimsToVerify(ctx) : [],
	])
	return dutiesInOrder(lists.flat())
}

/** Plans that somebody else submitted, for a point of contact to approve. */
async function plansToApprove(ctx: Context): Promise<readonly Duty[]> {
	if (!holdsAny(ctx.actor, ['POC'])) return []
	const rows = await ctx.db.planDraft.findMany({
		where: { state: 'SUBMITTED', ...ofMembers(ctx, ['POC']), ...byOthers(ctx) },
		include: { member: { select: { timeZone: true } } },
		orderBy: { submittedAt: 'asc' },
	})
	return rows.map((row) => ({
		kind: 'PLAN_DRAFT',
		id: row.id,
		title: TextParts.parse(row.text),
		sinceOn: dayIn(row.member.timeZone, row.submittedAt ?? row.updatedAt),
	}))
}

/** Amendments that somebody else submitted. */
async function amendmentsToApprove(ctx: Context): Promise<readonly Duty[]> {
	const rows = await ctx.db.amendmentDraft.findMany({
		where: { state: 'SUBMITTED', actionPlan: ofMembers(ctx, PLAN_ROLES), ...byOthers(ctx) },
		include: { actionPlan: { include: PLAN_PARTS } },
		orderBy: { submittedAt: 'asc' },
	})
	return rows.map(({ id, actionPlan, submittedAt, updatedAt }) => ({
		kind: 'AMENDMENT',
		id,
		planId: actionPlan.id,
		title: titleOf(actionPlan),
		sinceOn: dayIn(actionPlan.member.timeZone, submittedAt ?? updatedAt),
	}))
}

/** Comments on self-assessments that have no answer yet, from the end of the window on overdue. */
async function commentsToAnswer(ctx: Context): Promise<readonly Duty[]> {
	const rows = await ctx.db.selfAssessment.findMany({
		where: { actionPlan: ofMembers(ctx, PLAN_ROLES) },
		select: {
			recordId: true,
			kind: true,
			stage: true,
			commentClosesOn: true,
			actionPlan: { include: PLAN_PARTS },
		},
		orderBy: { version: 'desc' },
		distinct: ['recordId'],
	})
	const open = rows.filter(({ stage }) => stage === 'COMMENT')
	if (open.length === 0) return []
	const counts = await ctx.db.selfAssessmentComment.groupBy({
		by: ['recordId'],
		where: { recordId: { in: open.map(({ recordId }) => recordId) }, disposition: null },
		_count: { _all: true },
	})
	return open.flatMap(({ recordId, kind, commentClosesOn, actionPlan }): Duty[] => {
		const count = counts.find((group) => group.recordId === recordId)?._count._all ?? 0
		if (count === 0) return []
		const today = dayIn(actionPlan.member.timeZone, ctx.now)
		return [
			{
				kind: 'COMMENTS',
				assessmentKind: kind === 'MID_TERM' ? 'MID_TERM' : 'END_OF_TERM',
				planId: actionPlan.id,
				title: titleOf(actionPlan),
				count,
				windowEndsOn: commentClosesOn,
				isOver: addDays(commentClosesOn, 1) <= today,
			},
		]
	})
}

/**
 * How many newest claims wait for a finding of the actor's organizations: counted where they lie, since the list
 * itself reads whole plans.
 */
async function claimsToVerify(ctx: Context): Promise<readonly Duty[]> {
	const own = ctx.actor.appointments.filter(({ role }) => CSO_ROLES.includes(role))
	const memberIds = own
		.filter(({ organizationId, memberId }) =>
			may(ctx.actor, 'verification.draft', { organizationId, memberId: memberId ?? '' }),
		)
		.map(({ memberId }) => memberId)
	const rows = await ctx.db.$queryRawUnsafe<{ readonly count: number; readonly sinceOn: string | null }[]>(
		CLAIMS_WITHOUT_FINDING,
		memberIds.includes(null) ? null : memberIds,
		own.map(({ organizationId }) => organizationId),
		[...(await withdrawnRecordIds(ctx))],
	)
	return rows.flatMap(({ count, sinceOn }) =>
		sinceOn === null || count === 0 ? [] : [{ kind: 'CLAIMS', count, sinceOn }],
	)
}

const CLAIMS_WITHOUT_FINDING = `
	SELECT count(*)::int AS "count", min("publishedOn") AS "sinceOn"
	FROM (
		SELECT DISTINCT ON (p."milestoneId") p."recordId", p."version", p."publishedOn"
		FROM "ProgressUpdate" p
		JOIN "LedgerEntry" e ON e."recordId" = p."recordId" AND e."version" = p."version"
		JOIN "Milestone" m ON m."id" = p."milestoneId"
		JOIN "Commitment" c ON c."id" = m."commitmentId"
		JOIN "ActionPlan" a ON a."id" = c."actionPlanId"
		WHERE a."status" <> 'DRAFT' AND ($1::text[] IS NULL OR a."memberId" = ANY($1::text[]))
		ORDER BY p."milestoneId", e."index" DESC
	) AS newest
	WHERE NOT EXISTS (
		SELECT 1 FROM "Verification" v
		WHERE v."claimRecordId" = newest."recordId" AND v."claimVersion" = newest."version"
			AND v."organizationId" = ANY($2::text[]) AND v."recordId" <> ALL($3::text[])
	)`

const PLAN_PARTS = {
	member: { select: { timeZone: true } },
	versions: { orderBy: { version: 'desc' }, take: 1, select: { titleEn: true, titleId: true } },
} as const

function titleOf({
	versions: [text],
}: {
	readonly versions: readonly { readonly titleEn: string | null; readonly titleId: string | null }[]
}) {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}

function ofMembers(ctx: Context, roles: Parameters<typeof membersOf>[1]) {
	const members = membersOf(ctx.actor, roles)
	return members.includes(null) ? {} : { memberId: { in: members.filter((id) => id !== null) } }
}

function byOthers(ctx: Context) {
	return { submittedById: { not: ctx.actor.personId } }
}
