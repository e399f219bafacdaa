const atMs = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

/**
 * What was published about some plans ($1) as a whole, in the order of its publication, as a list of a statement; people
 * and texts stay out. Of the member's other plans, their first text.
 */
export const PLAN_ACTS = `(
	SELECT json_agg(found."act" ORDER BY found."at", found."version") FROM (
		SELECT s."publishedAt" AS "at", s."version", json_build_object('act', 'SELF_ASSESSMENT',
			'planId', s."actionPlanId", 'atMs', ${atMs('s."publishedAt"')}, 'kind', s."kind", 'stage', s."stage",
			'commentOpensOn', s."commentOpensOn", 'commentClosesOn', s."commentClosesOn") AS "act"
		FROM "SelfAssessment" s WHERE s."actionPlanId" = ANY($1::text[])
		UNION ALL
		SELECT l."publishedAt", l."version", json_build_object('act', 'LOCAL_ASSESSMENT',
			'planId', l."actionPlanId", 'atMs', ${atMs('l."publishedAt"')}, 'kind', l."assessmentKind",
			'commitmentId', l."commitmentId")
		FROM "LocalAssessment" l WHERE l."actionPlanId" = ANY($1::text[])
		UNION ALL
		SELECT v."publishedAt", v."version", json_build_object('act', 'LEVEL',
			'planId', c."actionPlanId", 'atMs', ${atMs('v."publishedAt"')}, 'commitmentId', v."commitmentId",
			'level', v."claimedLevel")
		FROM "CommitmentLevel" v JOIN "Commitment" c ON c."id" = v."commitmentId"
		WHERE c."actionPlanId" = ANY($1::text[])
		UNION ALL
		SELECT r."publishedAt", r."version", json_build_object('act', 'REFRESH',
			'planId', r."actionPlanId", 'atMs', ${atMs('r."publishedAt"')})
		FROM "PlanStage" r WHERE r."stage" = 'REFRESH' AND r."actionPlanId" = ANY($1::text[])
		UNION ALL
		SELECT i."publishedAt", i."version", json_build_object('act', 'CODING',
			'planId', i."actionPlanId", 'indicator', i."indicator", 'on', i."publishedOn")
		FROM "IrmCoding" i WHERE i."actionPlanId" = ANY($1::text[])
		UNION ALL
		SELECT NULL, t."version", json_build_object('act', 'OTHER_PLAN',
			'planId', own."id", 'startsOn', t."startsOn", 'submittedOn', t."submittedOn",
			'publishedOn', t."publishedOn")
		FROM "ActionPlan" own
		JOIN "ActionPlan" other ON other."memberId" = own."memberId" AND other."id" <> own."id"
			AND other."status" <> 'DRAFT'
		JOIN LATERAL (
			SELECT * FROM "ActionPlanVersion" v WHERE v."actionPlanId" = other."id" ORDER BY v."version" LIMIT 1
		) t ON true
		WHERE own."id" = ANY($1::text[])
	) AS found)`
