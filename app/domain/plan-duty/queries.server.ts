import { PLAN_ROLES, membersOf } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import { addDays, dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import type { Duty } from '#app/domain/task/view.ts'
import { PlanDuty } from './schema.ts'

const PlanDuties = packedRows(PlanDuty)

/**
 * Plans that somebody else submitted, for a point of contact to approve; amendments that somebody else submitted; and
 * comments on self-assessments that have no answer yet, from the end of the window on overdue.
 */
export async function listPlanDuties(ctx: Context): Promise<readonly Duty[]> {
	const rows = PlanDuties.parse(
		await ctx.db.$queryRawUnsafe(
			PLAN_DUTIES,
			memberIds(ctx, ['POC']),
			memberIds(ctx, PLAN_ROLES),
			ctx.actor.personId,
		),
	)
	return rows.map((row) => dutyFrom(row, ctx.now))
}

/** The members for which the actor holds one of some roles; null: all. */
function memberIds(ctx: Context, roles: readonly Role[]): readonly string[] | null {
	const ids = membersOf(ctx.actor, roles)
	return ids.includes(null) ? null : ids.filter((id) => id !== null)
}

function dutyFrom({ text: title, timeZone, ...row }: PlanDuty, now: Date): Duty {
	if (row.kind === 'COMMENTS') {
		const { planId, count, windowEndsOn } = row
		const assessmentKind = row.assessmentKind === 'MID_TERM' ? 'MID_TERM' : 'END_OF_TERM'
		const isOver = addDays(windowEndsOn, 1) <= dayIn(timeZone, now)
		return { kind: row.kind, assessmentKind, planId, title, count, windowEndsOn, isOver }
	}
	const { atMs, ...duty } = row
	return { ...duty, title, sinceOn: dayIn(timeZone, new Date(atMs)) }
}

const TITLE = `LEFT JOIN LATERAL (
			SELECT v."titleEn", v."titleId" FROM "ActionPlanVersion" v WHERE v."actionPlanId" = p."id"
			ORDER BY v."version" DESC LIMIT 1
		) t ON true`

const atMs = (row: string) =>
	`(extract(epoch FROM COALESCE(${row}."submittedAt", ${row}."updatedAt")) * 1000)::float8`

/**
 * In one statement, since mostly nothing waits. $1 members whose plans the actor approves · $2 members whose plans they
 * run · $3 the actor
 */
const PLAN_DUTIES = `
	SELECT json_agg(found."duty" ORDER BY found."list", found."at", found."id")::text AS "rows" FROM (
		SELECT 1 AS "list", d."submittedAt" AS "at", d."id", json_build_object('kind', 'PLAN_DRAFT', 'id', d."id",
			'text', json_build_object('titleEn', d."text"->'titleEn', 'titleId', d."text"->'titleId'), 'timeZone', m."timeZone", 'atMs', ${atMs('d')}) AS "duty"
		FROM "PlanDraft" d JOIN "Member" m ON m."id" = d."memberId"
		WHERE d."state" = 'SUBMITTED' AND d."submittedById" <> $3
			AND ($1::text[] IS NULL OR d."memberId" = ANY($1::text[]))
		UNION ALL
		SELECT 2, a."submittedAt", a."id", json_build_object('kind', 'AMENDMENT', 'id', a."id", 'planId', p."id",
			'text', json_build_object('titleEn', t."titleEn", 'titleId', t."titleId"), 'timeZone', m."timeZone", 'atMs', ${atMs('a')})
		FROM "AmendmentDraft" a JOIN "ActionPlan" p ON p."id" = a."actionPlanId"
		JOIN "Member" m ON m."id" = p."memberId" ${TITLE}
		WHERE a."state" = 'SUBMITTED' AND a."submittedById" <> $3
			AND ($2::text[] IS NULL OR p."memberId" = ANY($2::text[]))
		UNION ALL
		SELECT 3, NULL, s."recordId", json_build_object('kind', 'COMMENTS', 'id', s."recordId", 'planId', p."id",
			'text', json_build_object('titleEn', t."titleEn", 'titleId', t."titleId"), 'timeZone', m."timeZone", 'assessmentKind', s."kind",
			'windowEndsOn', s."commentClosesOn", 'count', open."count")
		FROM "SelfAssessment" s JOIN "ActionPlan" p ON p."id" = s."actionPlanId"
		JOIN "Member" m ON m."id" = p."memberId" ${TITLE}
		JOIN LATERAL (
			SELECT count(*)::int AS "count" FROM "SelfAssessmentComment" c
			WHERE c."recordId" = s."recordId" AND c."disposition" IS NULL
		) open ON open."count" > 0
		WHERE s."stage" = 'COMMENT' AND ($2::text[] IS NULL OR p."memberId" = ANY($2::text[]))
			AND NOT EXISTS (SELECT 1 FROM "SelfAssessment" later
				WHERE later."recordId" = s."recordId" AND later."version" > s."version")
	) AS found`
