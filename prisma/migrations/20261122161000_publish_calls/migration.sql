-- What a call says has versions: those that came with the product are the first ones, and the host publishes others.
CREATE TABLE "ApplicationCallVersion" (
    "callId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "fieldSetId" TEXT NOT NULL,
    "opensOn" TEXT,
    "closesOn" TEXT,
    "extendedTo" TEXT,
    "timeZone" TEXT,
    "fullApplicationUntil" TEXT,
    "resultsOn" TEXT,
    "monthsLeft" JSONB,
    "letters" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "stages" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "ApplicationCallVersion_pkey" PRIMARY KEY ("callId","version")
);

-- The act beside a version that the host publishes: who, when, and why something is another.
CREATE TABLE "ApplicationCallPublication" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "ApplicationCallPublication_pkey" PRIMARY KEY ("recordId","version")
);

INSERT INTO "ApplicationCallVersion"
SELECT "id", 1, "year", "nameEn", "nameId", "fieldSetId", "opensOn", "closesOn", "extendedTo", "timeZone", "fullApplicationUntil",
	"resultsOn", "monthsLeft", "letters", "criteria", "stages", "notes", "source", "sourceUrl"
FROM "ApplicationCall";

ALTER TABLE "ApplicationCall"
	DROP COLUMN "year", DROP COLUMN "nameEn", DROP COLUMN "nameId", DROP COLUMN "fieldSetId", DROP COLUMN "opensOn",
	DROP COLUMN "closesOn", DROP COLUMN "extendedTo", DROP COLUMN "timeZone", DROP COLUMN "fullApplicationUntil",
	DROP COLUMN "resultsOn", DROP COLUMN "monthsLeft", DROP COLUMN "letters", DROP COLUMN "criteria", DROP COLUMN "stages",
	DROP COLUMN "notes", DROP COLUMN "source", DROP COLUMN "sourceUrl";

ALTER TABLE "ApplicationCallVersion" ADD CONSTRAINT "ApplicationCallVersion_callId_fkey" FOREIGN KEY ("callId") REFERENCES "ApplicationCall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApplicationCallVersion" ADD CONSTRAINT "ApplicationCallVersion_fieldSetId_fkey" FOREIGN KEY ("fieldSetId") REFERENCES "ApplicationFieldSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A call that says something else is another row.
DO $$
DECLARE
	kept text;
BEGIN
	FOREACH kept IN ARRAY ARRAY['ApplicationCall', 'ApplicationCallVersion', 'ApplicationCallPublication'] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', kept);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', kept);
	END LOOP;
END;
$$;
