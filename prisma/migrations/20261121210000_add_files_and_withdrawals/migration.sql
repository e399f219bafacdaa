-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "altText" TEXT,
ADD COLUMN     "archiveUrl" TEXT,
ADD COLUMN     "embargoUntil" TEXT,
ADD COLUMN     "fileBytes" INTEGER,
ADD COLUMN     "fileMediaType" TEXT,
ADD COLUMN     "fileSha256" TEXT,
ADD COLUMN     "originalSalt" BYTEA,
ADD COLUMN     "originalSeal" TEXT,
ADD COLUMN     "partSalt" BYTEA,
ADD COLUMN     "previewSha256" TEXT,
ADD COLUMN     "removed" TEXT;

-- AlterTable
ALTER TABLE "ProgressUpdate" ADD COLUMN     "privateSalt" BYTEA;

-- AlterTable
ALTER TABLE "ReportSnapshot" ADD COLUMN     "pdfSha256En" TEXT,
ADD COLUMN     "pdfSha256Id" TEXT,
ADD COLUMN     "privateSalt" BYTEA;

-- AlterTable
ALTER TABLE "Verification" ADD COLUMN     "privateSalt" BYTEA;

-- CreateTable
CREATE TABLE "CheckpointLetter" (
    "personId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "lastSentOn" TEXT,

    CONSTRAINT "CheckpointLetter_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "EvidenceReader" (
    "evidenceId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EvidenceReader_pkey" PRIMARY KEY ("evidenceId","email")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "mediaType" TEXT,
    "fileSha256" TEXT,
    "fileBytes" INTEGER,
    "previewSha256" TEXT,
    "pages" INTEGER,
    "originalSeal" TEXT,
    "originalSalt" BYTEA,
    "removed" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "organizationId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "Removal" (
    "recordId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("recordId")
);

-- CreateIndex
CREATE INDEX "Evidence_fileSha256_idx" ON "Evidence"("fileSha256");

-- CreateIndex
CREATE INDEX "Evidence_previewSha256_idx" ON "Evidence"("previewSha256");

-- CreateIndex
CREATE INDEX "Upload_organizationId_idx" ON "Upload"("organizationId");

-- AddForeignKey
ALTER TABLE "CheckpointLetter" ADD CONSTRAINT "CheckpointLetter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceReader" ADD CONSTRAINT "EvidenceReader_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who withdrew and who removed are two different people, whatever asks.
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_two_people"
	CHECK ("confirmedById" IS NULL OR "confirmedById" <> "requestedById");

-- An act is never changed and never removed, but for one case: a withdrawn finding whose removal a second person of
-- the same organization confirmed. Its leaf stays, so that every proof stays valid.
CREATE OR REPLACE FUNCTION refuse_change_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('Verification', 'Evidence') THEN
		IF EXISTS (
			SELECT 1 FROM "Removal" r JOIN "Withdrawal" w ON w."recordId" = r."recordId"
			WHERE r."recordId" = OLD."recordId" AND r."confirmedById" IS NOT NULL
		) THEN
			RETURN OLD;
		END IF;
	END IF;
	RAISE EXCEPTION 'acts are append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;

CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "Withdrawal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();
