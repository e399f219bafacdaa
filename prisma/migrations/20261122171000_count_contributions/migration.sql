-- What each consultation brought, so that nobody who reads a level counts thousands of contributions: derived from the
-- acts and written with them, whoever inserts these.
CREATE TABLE "ConsultationCount" (
    "consultationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "contributions" INTEGER NOT NULL,
    "hidden" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "lastAnsweredOn" TEXT,

    CONSTRAINT "ConsultationCount_pkey" PRIMARY KEY ("consultationId")
);

CREATE INDEX "ConsultationCount_memberId_idx" ON "ConsultationCount"("memberId");

-- The counts as the acts of some members say. Without a join: an engine that has no statistics of its tables compares
-- every contribution with every answer. The last answer counts, unless that was published in error.
CREATE FUNCTION count_contributions(members TEXT[]) RETURNS SETOF "ConsultationCount" LANGUAGE sql STABLE AS $$
	WITH given AS (
		SELECT
			max("subjectId") FILTER (WHERE "kind" = 'public-contribution.published') AS "consultationId",
			max("memberId") FILTER (WHERE "kind" = 'public-contribution.published') AS "memberId",
			bool_or("kind" = 'public-contribution.hidden') AS "isHidden",
			(array_agg(
				CASE WHEN NOT "isRetracted" THEN ARRAY["said"->>'outcome', "publishedOn"] ELSE ARRAY[NULL, NULL] END
				ORDER BY "publishedAt" DESC, "version" DESC
			) FILTER (WHERE "kind" = 'reasoned-answer.published')) AS "answer"
		FROM "MemberAct"
		WHERE "memberId" = ANY(members) AND "subjectId" IS NOT NULL AND (
			("kind" = 'public-contribution.published' AND "version" = 1)
			OR "kind" IN ('public-contribution.hidden', 'reasoned-answer.published'))
		GROUP BY CASE "kind" WHEN 'public-contribution.published' THEN "recordId" ELSE "subjectId" END
	), by_outcome AS (
		SELECT "consultationId", "memberId", "answer"[1][1] AS "outcome", count(*)::integer AS "contributions",
			(count(*) FILTER (WHERE "isHidden"))::integer AS "hidden",
			max("answer"[1][2]) FILTER (WHERE "answer"[1][1] IS NOT NULL) AS "lastAnsweredOn"
		FROM given WHERE "consultationId" IS NOT NULL
		GROUP BY "consultationId", "memberId", "outcome"
	)
	SELECT "consultationId", "memberId", sum("contributions")::integer, sum("hidden")::integer,
		coalesce(sum("contributions") FILTER (WHERE "outcome" IS NOT NULL), 0)::integer,
		coalesce(jsonb_object_agg("outcome", "contributions") FILTER (WHERE "outcome" IS NOT NULL), '{}'),
		max("lastAnsweredOn")
	FROM by_outcome GROUP BY "consultationId", "memberId"
$$;

-- A contribution is added to its count; answers and hidings, which are fewer and can take something back, are counted
-- anew. Two at once wait for each other, so that neither counts without the other.
CREATE FUNCTION keep_consultation_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	changed TEXT[];
BEGIN
	IF NOT EXISTS (SELECT FROM added WHERE "kind" IN (
		'public-contribution.published', 'public-contribution.hidden', 'reasoned-answer.published'))
	THEN
		RETURN NULL;
	END IF;
	PERFORM pg_advisory_xact_lock(hashtext('ConsultationCount'));
	SELECT array_agg(DISTINCT "memberId") INTO changed FROM added
		WHERE "kind" IN ('public-contribution.hidden', 'reasoned-answer.published');
	INSERT INTO "ConsultationCount" AS kept SELECT * FROM count_contributions(coalesce(changed, '{}'))
		ON CONFLICT ("consultationId") DO UPDATE SET "contributions" = excluded."contributions",
			"hidden" = excluded."hidden", "answered" = excluded."answered", "answers" = excluded."answers",
			"lastAnsweredOn" = excluded."lastAnsweredOn";
	INSERT INTO "ConsultationCount" AS kept ("consultationId", "memberId", "contributions")
		SELECT "subjectId", "memberId", count(*)::integer FROM added
		WHERE "kind" = 'public-contribution.published' AND "version" = 1 AND "subjectId" IS NOT NULL
			AND "memberId" <> ALL(coalesce(changed, '{}'))
		GROUP BY "subjectId", "memberId"
		ON CONFLICT ("consultationId") DO UPDATE
			SET "contributions" = kept."contributions" + excluded."contributions";
	RETURN NULL;
END;
$$;

CREATE TRIGGER keep_counts AFTER INSERT ON "MemberAct" REFERENCING NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION keep_consultation_counts();

INSERT INTO "ConsultationCount" SELECT * FROM count_contributions(ARRAY(SELECT "id" FROM "Member"));
