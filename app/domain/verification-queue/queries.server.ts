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
 * Every step is worked out once, whole and by itself, before anything is narrowed: an embedded database keeps no
 * statistics, takes what is narrowed for a single row, and then compares thousands with thousands one by one. Texts and
 * names are read for the lines of the page alone.
 *
 * $1, $2 members and the day it is there · $3 organizations · $4 person · $5 withdrawn findings · $6 standings of what
 * has ended · $7 which · $8 whose · $9, $10 part of the list
 */
const QUEUE = `
WITH scope AS (SELECT * FROM unnest($1::text[], $2::text[]) AS s("member", "today")),
promise AS MATERIALIZED (
	SELECT c."id", s."today", s."member", (r."verification"->'verificationDays'->>'value')::int AS "days"
	FROM scope s
	JOIN "ActionPlan" p ON p."memberId" = s."member" AND p."status" <> 'DRAFT'
	JOIN "RuleSet" r ON r."id" = p."ruleSetId"
	JOIN "Commitment" c ON c."actionPlanId" = p."id"
	LEFT JOIN LATERAL (SELECT v."standing" FROM "CommitmentVersion" v WHERE v."commitmentId" = c."id"
		ORDER BY v."version" DESC LIMIT 1) newest ON true
	WHERE COALESCE(newest."standing", '') <> ALL ($6::text[])
),
changed AS MATERIALIZED (
	SELECT "milestoneId", max("version") AS "version" FROM "MilestoneVersion" WHERE "version" > 1 GROUP BY "milestoneId"
),
logged AS MATERIALIZED (
	SELECT u."milestoneId", u."recordId", u."version", u."isNil", u."publishedOn", l."index"
	FROM "ProgressUpdate" u JOIN "LedgerEntry" l ON l."recordId" = u."recordId" AND l."version" = u."version"
),
last AS MATERIALIZED (SELECT "milestoneId", max("index") AS "index" FROM logged GROUP BY "milestoneId"),
subject AS MATERIALIZED (
	SELECT m."id" AS "milestoneId", p."id" AS "promiseId", p."today", p."days", t."endsOn", t."standing",
		u."recordId", u."version", u."isNil", u."publishedOn"
	FROM "Milestone" m
	JOIN "MilestoneVersion" t ON t."milestoneId" = m."id"
	LEFT JOIN changed n ON n."milestoneId" = m."id"
	LEFT JOIN last ON last."milestoneId" = m."id"
	LEFT JOIN logged u ON u."index" = last."index"
	LEFT JOIN promise p ON p."id" = m."commitmentId"
	WHERE t."version" = COALESCE(n."version", 1)
),
seen AS MATERIALIZED (
	SELECT v."milestoneId", v."claimRecordId", v."claimVersion" FROM "Verification" v
	WHERE v."organizationId" = ANY ($3::text[]) AND v."recordId" <> ALL ($5::text[])
),
given AS MATERIALIZED (
	SELECT g."commitmentId", g."milestoneId", bool_or(g."personId" = $4) AS "isMine"
	FROM "VerificationAssignment" g
	WHERE g."endedAt" IS NULL AND g."organizationId" = ANY ($3::text[])
	GROUP BY g."commitmentId", g."milestoneId"
),
begun AS MATERIALIZED (
	SELECT d."milestoneId", d."claimRecordId" FROM "VerificationDraft" d
	WHERE d."authorId" = $4 AND d."organizationId" = ANY ($3::text[])
),
waiting AS MATERIALIZED (
	SELECT s."milestoneId", s."promiseId" AS "commitmentId", s."recordId" AS "claimRecordId", s."version" AS "claimVersion",
		COALESCE(s."publishedOn", e."lastDay") AS "sinceOn",
		COALESCE(s."publishedOn", e."lastDay")::date + s."days" AS "due"
	FROM subject s
	CROSS JOIN LATERAL (SELECT CASE length(s."endsOn")
		WHEN 4 THEN s."endsOn" || '-12-31'
		WHEN 7 THEN to_char(to_date(s."endsOn", 'YYYY-MM') + interval '1 month' - interval '1 day', 'YYYY-MM-DD')
		ELSE s."endsOn" END AS "lastDay") e
	WHERE s."promiseId" IS NOT NULL AND COALESCE(s."standing", '') <> ALL ($6::text[]) AND (s."recordId" IS NOT NULL OR e."lastDay" < s."today")
		AND ($7 = 'all' OR ($7 = 'silent' AND s."recordId" IS NULL)
			OR ($7 = 'nil' AND s."isNil") OR ($7 = 'claims' AND NOT s."isNil"))
		AND NOT EXISTS (SELECT 1 FROM seen v WHERE v."milestoneId" = s."milestoneId"
			AND v."claimRecordId" IS NOT DISTINCT FROM s."recordId"
			AND v."claimVersion" IS NOT DISTINCT FROM s."version")
		AND ($8 = 'all'
			OR ($8 = 'mine' AND EXISTS (SELECT 1 FROM given g WHERE g."isMine" AND g."commitmentId" = s."promiseId"
				AND (g."milestoneId" IS NULL OR g."milestoneId" = s."milestoneId")))
			OR ($8 = 'nobody' AND NOT EXISTS (SELECT 1 FROM given g WHERE g."commitmentId" = s."promiseId"
				AND (g."milestoneId" IS NULL OR g."milestoneId" = s."milestoneId")))
			OR ($8 = 'begun' AND EXISTS (SELECT 1 FROM begun b WHERE b."milestoneId" = s."milestoneId"
				AND b."claimRecordId" IS NOT DISTINCT FROM s."recordId")))
),
part AS MATERIALIZED (
	SELECT w.* FROM waiting w ORDER BY w."due", w."milestoneId" LIMIT $9 OFFSET $10
)
SELECT p."milestoneId", p."claimRecordId", p."sinceOn", to_char(p."due", 'YYYY-MM-DD') AS "dueOn",
	EXISTS (SELECT 1 FROM begun b WHERE b."milestoneId" = p."milestoneId"
		AND b."claimRecordId" IS NOT DISTINCT FROM p."claimRecordId") AS "hasDraft",
	EXISTS (SELECT 1 FROM given g WHERE g."commitmentId" = p."commitmentId"
		AND (g."milestoneId" IS NULL OR g."milestoneId" = p."milestoneId")) AS "isGiven",
	EXISTS (SELECT 1 FROM given g WHERE g."isMine" AND g."commitmentId" = p."commitmentId"
		AND (g."milestoneId" IS NULL OR g."milestoneId" = p."milestoneId")) AS "isMine",
	(SELECT count(*)::int FROM waiting) AS "total",
	t."titleEn", t."titleId", k."titleEn" AS "commitmentEn", k."titleId" AS "commitmentId",
	m."nameEn" AS "memberEn", m."nameId" AS "memberId",
	u."claimedLevel", u."levelAsPublished", u."isNil", o."nameEn" AS "organizationEn", o."nameId" AS "organizationId"
FROM part p
JOIN promise c ON c."id" = p."commitmentId"
JOIN "Member" m ON m."id" = c."member"
JOIN LATERAL (SELECT * FROM "MilestoneVersion" v WHERE v."milestoneId" = p."milestoneId"
	ORDER BY v."version" DESC LIMIT 1) t ON true
JOIN LATERAL (SELECT * FROM "CommitmentVersion" v WHERE v."commitmentId" = p."commitmentId"
	ORDER BY v."version" DESC LIMIT 1) k ON true
LEFT JOIN LATERAL (SELECT * FROM "ProgressUpdate" u WHERE u."recordId" = p."claimRecordId"
	AND u."version" = p."claimVersion" LIMIT 1) u ON true
LEFT JOIN "Organization" o ON o."id" = u."organizationId"
ORDER BY p."due", p."milestoneId"`
