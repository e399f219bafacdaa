-- Finding and searching (docs/decisions/0051). Nothing here is a source: lists are worked out of the public record again
-- whenever the log has grown, and words are found in the published rows themselves.

-- A commitment as lists find it: what its plan's public record comes to.
CREATE TABLE "ListedCommitment" (
    "commitmentId" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "planStartsOn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "institutions" TEXT NOT NULL,
    "policyAreas" TEXT[],
    "ogpValues" TEXT[],
    "claimed" TEXT,
    "verified" TEXT,
    "assessed" TEXT,
    "coded" TEXT,
    "divergence" TEXT NOT NULL,
    "differs" BOOLEAN NOT NULL,
    "gap" INTEGER NOT NULL,
    "openUntil" TEXT[],
    "lateAfter" TEXT,
    "lastActOn" TEXT NOT NULL,
    "judgements" JSONB NOT NULL,

    CONSTRAINT "ListedCommitment_pkey" PRIMARY KEY ("commitmentId")
);
CREATE INDEX "ListedCommitment_actionPlanId_idx" ON "ListedCommitment"("actionPlanId");

-- Up to which length of the log a plan is known to have changed, and up to which one its commitments are listed.
CREATE TABLE "ListedPlan" (
    "actionPlanId" TEXT NOT NULL,
    "changedAt" INTEGER NOT NULL,
    "listedAt" INTEGER,

    CONSTRAINT "ListedPlan_pkey" PRIMARY KEY ("actionPlanId")
);

-- One row: the length of the log that the lists know, and a mark of the withdrawals that the list outside knows.
CREATE TABLE "ListHead" (
    "id" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "withdrawn" TEXT NOT NULL,

    CONSTRAINT "ListHead_pkey" PRIMARY KEY ("id")
);

-- The words of texts in English and in Indonesian, each by its own stems. Joining texts does not depend on any setting. The
-- database has no list of Indonesian words that stand everywhere; without one, whoever looks for "pengadaan"
-- (procurement) finds every text with "ada" (there is), which has the same stem.
CREATE FUNCTION "searchable"(english TEXT[], indonesian TEXT[]) RETURNS tsvector
    -- Of the cost of taking a text apart: the database would otherwise rather do it again than look into an index.
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 20000
    AS $$ SELECT to_tsvector('pg_catalog.english', array_to_string(english, ' '))
        || to_tsvector('pg_catalog.indonesian', regexp_replace(array_to_string(indonesian, ' '),
            '\m(ada|adalah|agar|akan|antara|atas|atau|bagi|bahwa|bisa|dalam|dan|dapat|dari|dengan|di|dimana|hingga|ia|ini|itu|juga|karena|ke|kepada|maka|melalui|mereka|oleh|pada|para|saat|sebagai|secara|sebuah|serta|suatu|tersebut|tentang|tidak|untuk|yaitu|yang)\M', ' ', 'gi')) $$;

-- An embedded database has nobody who would empty a list of pending entries: without one, reading stays quick.
CREATE INDEX "CommitmentVersion_words" ON "CommitmentVersion" USING gin ("searchable"(
    ARRAY["titleEn", "theme", "descriptionEn", "problemEn", "baselineEn", "contributionEn", "additionalEn", "leadInstitution", "supportingInstitutions", "otherLanguages"::TEXT],
    ARRAY["titleId", "theme", "descriptionId", "problemId", "baselineId", "contributionId", "additionalId", "leadInstitution", "supportingInstitutions"]
)) WITH (fastupdate = off);
CREATE INDEX "CommitmentVersion_title" ON "CommitmentVersion"
    USING gin ("searchable"(ARRAY["titleEn"], ARRAY["titleId"])) WITH (fastupdate = off);
CREATE INDEX "MilestoneVersion_words" ON "MilestoneVersion" USING gin ("searchable"(
    ARRAY["titleEn", "deliverableEn", "responsible", "otherLanguages"::TEXT], ARRAY["titleId", "deliverableId", "responsible"]
)) WITH (fastupdate = off);
CREATE INDEX "MilestoneVersion_title" ON "MilestoneVersion"
    USING gin ("searchable"(ARRAY["titleEn"], ARRAY["titleId"])) WITH (fastupdate = off);
CREATE INDEX "ProgressUpdate_words" ON "ProgressUpdate" USING gin ("searchable"(
    ARRAY["doneEn", "nextStepEn", "challengeText"], ARRAY["doneId", "nextStepId", "challengeText"]
)) WITH (fastupdate = off);
CREATE INDEX "Verification_words" ON "Verification" USING gin ("searchable"(
    ARRAY["rationaleEn", "confidenceNeedsEn"], ARRAY["rationaleId", "confidenceNeedsId"]
)) WITH (fastupdate = off);
CREATE INDEX "Reply_words" ON "Reply" USING gin ("searchable"(ARRAY["textEn"], ARRAY["textId"])) WITH (fastupdate = off);
CREATE INDEX "MemberAct_words" ON "MemberAct" USING gin ("searchable"(
    ARRAY["said" ->> 'titleEn', "said" ->> 'problemEn', "said" ->> 'doneEn', "said" ->> 'resultsEn', "said" ->> 'reuseEn',
        "said" ->> 'agendaEn', "said" ->> 'minutesEn', "said" ->> 'questionEn', "said" ->> 'summaryEn', "said" ->> 'noteEn'],
    ARRAY["said" ->> 'titleId', "said" ->> 'problemId', "said" ->> 'doneId', "said" ->> 'resultsId', "said" ->> 'reuseId',
        "said" ->> 'agendaId', "said" ->> 'minutesId', "said" ->> 'questionId', "said" ->> 'summaryId', "said" ->> 'noteId']
)) WITH (fastupdate = off) WHERE "kind" IN ('good-practice.published', 'document.published', 'meeting.published',
    'outreach.published', 'consultation.published', 'contribution.published');

-- Words with a letter wrong are found by trigrams where the server has them and its login may turn them on.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX "CommitmentVersion_similar" ON "CommitmentVersion"
        USING gin ((coalesce("titleEn", '') || ' ' || coalesce("titleId", '')) gin_trgm_ops) WITH (fastupdate = off);
    CREATE INDEX "MilestoneVersion_similar" ON "MilestoneVersion"
        USING gin ((coalesce("titleEn", '') || ' ' || coalesce("titleId", '')) gin_trgm_ops) WITH (fastupdate = off);
EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'words with a letter wrong are not found here: %', SQLERRM;
END
$$;
