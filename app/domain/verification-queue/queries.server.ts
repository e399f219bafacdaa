import { CSO_ROLES, may } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { ENDED_STANDINGS } from '#app/domain/published-text/rules.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { QueueFilter } from './schema.ts'
import { queueItem } from './view.ts'
import type { QueueRow, QueueView } from './view.ts'

/** Lines on one page. */
const AT_ONCE = 50

/** What the actor's CSO has not looked at, among the members it is appointed for; the earliest day asked for first. */
export async function listClaimsToVerify(ctx: Context, filter: QueueFilter = {}): Promise<QueueView> {
	const own = ctx.actor.appointments.filter((a) => CSO_ROLES.includes(a.role))
	const rows = await ctx.db.member.findMany({
		where: { actionPlans: { some: { status: { not: 'DRAFT' } } } },
		select: { id: true, nameEn: true, nameId: true, timeZone: true },
		orderBy: { id: 'asc' },
	})
	const open = rows.filter(({ id }) =>
		own.some(({ organizationId }) => may(ctx.actor, 'verification.draft', { organizationId, memberId: id })),
	)
	const scope = open.filter(({ id }) => filter.member === undefined || id === filter.member)
	const page = filter.page ?? 1
	const found = await ctx.db.$queryRawUnsafe<QueueRow[]>(
		QUEUE,
		scope.map(({ id }) => id),
		scope.map(({ timeZone }) => dayIn(timeZone, ctx.now)),
		own.map(({ organizationId }) => organizationId),
		ctx.actor.personId ?? '',
		[...(await withdrawnRecordIds(ctx))],
		[...ENDED_STANDINGS],
		filter.show ?? 'all',
		filter.whose ?? 'all',
		AT_ONCE,
		(page - 1) * AT_ONCE,
	)
	const total = found[0]?.total ?? 0
	return {
		items: found.map(queueItem),
		total,
		page,
		pages: Math.max(1, Math.ceil(total / AT_ONCE)),
		members: open.map((row) => ({ id: row.id, name: { en: row.nameEn, id: row.nameId } })),
	}
}

/**
 * The newest claim on each milestone without a finding of the organizations' own on that version, and milestones past
 * their last day on which nothing was said. The newest claim is the last in the log.
 *
 * $1, $2 members and the day it is there · $3 organizations · $4 person · $5 withdrawn findings · $6 standings of what
 * has ended · $7 which · $8 whose · $9, $10 part of the list
 */
const QUEUE = `
WITH scope AS (SELECT * FROM unnest($1::text[], $2::text[]) AS s("member", "today")),
subject AS (
	SELECT m."id", m."commitmentId", s."today", s."member",
		(r."verification"->'verificationDays'->>'value')::int AS "days"
	FROM scope s
	JOIN "ActionPlan" p ON p."memberId" = s."member" AND p."status" <> 'DRAFT'
	JOIN "RuleSet" r ON r."id" = p."ruleSetId"
	JOIN "Commitment" c ON c."actionPlanId" = p."id"
	JOIN "Milestone" m ON m."commitmentId" = c."id"
),
ended AS (
	SELECT v."commitmentId" FROM "CommitmentVersion" v
	WHERE v."standing" = ANY ($6::text[]) AND NOT EXISTS (SELECT 1 FROM "CommitmentVersion" later
		WHERE later."commitmentId" = v."commitmentId" AND later."version" > v."version")
),
claim AS (
	SELECT DISTINCT ON (u."milestoneId") u."milestoneId", u."recordId", u."version", u."isNil", u."publishedOn"
	FROM "ProgressUpdate" u JOIN "LedgerEntry" l ON l."recordId" = u."recordId" AND l."version" = u."version"
	WHERE u."milestoneId" IN (SELECT "id" FROM subject)
	ORDER BY u."milestoneId", l."index" DESC
),
waiting AS (
	SELECT s."id" AS "milestoneId", s."commitmentId" AS "promiseId", s."member", s."days",
		u."recordId" AS "claimRecordId", u."version" AS "claimVersion",
		COALESCE(u."publishedOn", e."lastDay") AS "sinceOn"
	FROM subject s
	JOIN "MilestoneVersion" t ON t."milestoneId" = s."id" AND NOT EXISTS (SELECT 1 FROM "MilestoneVersion" later
		WHERE later."milestoneId" = s."id" AND later."version" > t."version")
	LEFT JOIN claim u ON u."milestoneId" = s."id"
	CROSS JOIN LATERAL (SELECT CASE length(t."endsOn")
		WHEN 4 THEN t."endsOn" || '-12-31'
		WHEN 7 THEN to_char(to_date(t."endsOn", 'YYYY-MM') + interval '1 month' - interval '1 day', 'YYYY-MM-DD')
		ELSE t."endsOn" END AS "lastDay") e
	WHERE COALESCE(t."standing", '') <> ALL ($6::text[])
		AND s."commitmentId" NOT IN (SELECT "commitmentId" FROM ended)
		AND (u."recordId" IS NOT NULL OR e."lastDay" < s."today")
		AND ($7 = 'all' OR ($7 = 'silent' AND u."recordId" IS NULL)
			OR ($7 = 'nil' AND u."isNil") OR ($7 = 'claims' AND NOT u."isNil"))
		AND NOT EXISTS (SELECT 1 FROM "Verification" v
			WHERE v."milestoneId" = s."id" AND v."organizationId" = ANY ($3::text[])
				AND v."recordId" <> ALL ($5::text[])
				AND v."claimRecordId" IS NOT DISTINCT FROM u."recordId"
				AND v."claimVersion" IS NOT DISTINCT FROM u."version")
),
given AS (
	SELECT g."commitmentId", g."milestoneId", bool_or(g."personId" = $4) AS "isMine"
	FROM "VerificationAssignment" g
	WHERE g."endedAt" IS NULL AND g."organizationId" = ANY ($3::text[])
	GROUP BY g."commitmentId", g."milestoneId"
),
begun AS (
	SELECT d."milestoneId", d."claimRecordId" FROM "VerificationDraft" d
	WHERE d."authorId" = $4 AND d."organizationId" = ANY ($3::text[])
),
listed AS (
	SELECT w.*, to_char(to_date(w."sinceOn", 'YYYY-MM-DD') + w."days", 'YYYY-MM-DD') AS "dueOn",
		EXISTS (SELECT 1 FROM begun b WHERE b."milestoneId" = w."milestoneId"
			AND b."claimRecordId" IS NOT DISTINCT FROM w."claimRecordId") AS "hasDraft",
		EXISTS (SELECT 1 FROM given g WHERE g."commitmentId" = w."promiseId"
			AND (g."milestoneId" IS NULL OR g."milestoneId" = w."milestoneId")) AS "isGiven",
		EXISTS (SELECT 1 FROM given g WHERE g."isMine" AND g."commitmentId" = w."promiseId"
			AND (g."milestoneId" IS NULL OR g."milestoneId" = w."milestoneId")) AS "isMine"
	FROM waiting w
),
part AS (
	SELECT l.*, (count(*) OVER ())::int AS "total" FROM listed l
	WHERE $8 = 'all' OR ($8 = 'mine' AND l."isMine") OR ($8 = 'nobody' AND NOT l."isGiven")
		OR ($8 = 'begun' AND l."hasDraft")
	ORDER BY l."dueOn", l."milestoneId"
	LIMIT $9 OFFSET $10
)
SELECT p."milestoneId", p."claimRecordId", p."sinceOn", p."dueOn", p."hasDraft", p."isGiven", p."isMine", p."total",
	t."titleEn", t."titleId", k."titleEn" AS "commitmentEn", k."titleId" AS "commitmentId",
	m."nameEn" AS "memberEn", m."nameId" AS "memberId",
	u."claimedLevel", u."levelAsPublished", u."isNil", o."nameEn" AS "organizationEn", o."nameId" AS "organizationId"
FROM part p
JOIN "Member" m ON m."id" = p."member"
JOIN LATERAL (SELECT * FROM "MilestoneVersion" v WHERE v."milestoneId" = p."milestoneId"
	ORDER BY v."version" DESC LIMIT 1) t ON true
JOIN LATERAL (SELECT * FROM "CommitmentVersion" v WHERE v."commitmentId" = p."promiseId"
	ORDER BY v."version" DESC LIMIT 1) k ON true
LEFT JOIN "ProgressUpdate" u ON u."recordId" = p."claimRecordId" AND u."version" = p."claimVersion"
LEFT JOIN "Organization" o ON o."id" = u."organizationId"
ORDER BY p."dueOn", p."milestoneId"`
