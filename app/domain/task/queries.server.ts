import {
	APPOINTING_ROLES,
	CSO_ROLES,
	PLAN_ROLES,
	holdsAny,
	may,
	organizationsOf,
} from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { listLevelApprovals, listLevelTasks } from '#app/domain/commitment-level/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { RUNNING_ROLES } from '#app/domain/cso-account/rules.ts'
import { listOwnObligations } from '#app/domain/obligation/queries.server.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import { listPlanDuties } from '#app/domain/plan-duty/queries.server.ts'
import { taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { ApprovalRow } from './schema.ts'
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
		appoints: holdsAny(ctx.actor, APPOINTING_ROLES),
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
	const rows = ApprovalRows.parse(
		await ctx.db.$queryRawUnsafe(
			APPROVALS,
			organizationsOf(ctx.actor, ['INSTITUTION_LEAD']),
			Number.isFinite(most) ? most : null,
		),
	)
	const items = rows.map(({ timeZone, atMs, titleEn, titleId, total, ...row }) => ({
		...row,
		milestoneTitle: { en: titleEn, id: titleId },
		submittedOn: dayIn(timeZone, new Date(atMs)),
	}))
	return { items, count: rows[0]?.total ?? 0 }
}

const ApprovalRows = packedRows(ApprovalRow)

/** $1 institutions · $2 how many lines; null: all */
const APPROVALS = `
	WITH waiting AS MATERIALIZED (
		SELECT d."id" AS "draftId", d."milestoneId", d."submittedAt", d."updatedAt", k."code" AS "checkpointCode",
			k."dueOn", m."timeZone", count(*) OVER ()::int AS "total"
		FROM "ProgressUpdateDraft" d
		JOIN "Checkpoint" k ON k."id" = d."checkpointId"
		JOIN "ActionPlan" p ON p."id" = k."actionPlanId"
		JOIN "Member" m ON m."id" = p."memberId"
		WHERE d."state" = 'SUBMITTED' AND d."organizationId" = ANY($1::text[])
		ORDER BY k."dueOn", d."submittedAt", d."id" LIMIT $2::int
	)
	SELECT json_agg(json_build_object('draftId', w."draftId", 'titleEn', t."titleEn", 'titleId', t."titleId",
		'checkpointCode', w."checkpointCode", 'dueOn', w."dueOn", 'timeZone', w."timeZone", 'total', w."total",
		'atMs', (extract(epoch FROM COALESCE(w."submittedAt", w."updatedAt")) * 1000)::float8)
		ORDER BY w."dueOn", w."submittedAt", w."draftId")::text AS "rows"
	FROM waiting w
	LEFT JOIN LATERAL (
		SELECT * FROM "MilestoneVersion" v WHERE v."milestoneId" = w."milestoneId" ORDER BY v."version" DESC LIMIT 1
	) t ON true`

/** What waits for the actor beside reports: of plans they run, and of claims they may verify; by deadline. */
export async function listDuties(ctx: Context): Promise<readonly Duty[]> {
	const runsPlans = holdsAny(ctx.actor, PLAN_ROLES)
	const lists = await Promise.all([
		runsPlans ? listOwnObligations(ctx).then(obligationDuties) : [],
		runsPlans ? listPlanDuties(ctx) : [],
		holdsAny(ctx.actor, CSO_ROLES) ? claimsToVerify(ctx) : [],
	])
	return dutiesInOrder(lists.flat())
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
