-- AlterTable
ALTER TABLE "ConflictDeclaration" ADD COLUMN     "interests" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'PERSON';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "excerpt" TEXT,
ADD COLUMN     "locator" TEXT,
ADD COLUMN     "part" TEXT;

-- AlterTable
ALTER TABLE "IrmCoding" ADD COLUMN     "codedOn" TEXT,
ADD COLUMN     "locator" TEXT,
ADD COLUMN     "privateSalt" BYTEA,
ADD COLUMN     "publishedAt" TIMESTAMP(3),
ADD COLUMN     "submittedById" TEXT;

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "reviewsFindings" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "RuleSet" ADD COLUMN     "verification" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Verification" ADD COLUMN     "confidenceNeedsEn" TEXT,
ADD COLUMN     "confidenceNeedsId" TEXT,
ADD COLUMN     "followsUpRecordId" TEXT,
ADD COLUMN     "furtherMethods" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "interests" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "isPeerReviewed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "protocolChecks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reviewedById" TEXT;

-- AlterTable
ALTER TABLE "VerificationDraft" ADD COLUMN     "confidenceNeedsEn" TEXT,
ADD COLUMN     "confidenceNeedsId" TEXT,
ADD COLUMN     "followsUpRecordId" TEXT,
ADD COLUMN     "furtherMethods" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "protocolChecks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reviewNote" TEXT,
ADD COLUMN     "reviewState" TEXT NOT NULL DEFAULT 'NONE',
ADD COLUMN     "reviewedVersion" INTEGER,
ADD COLUMN     "reviewerId" TEXT;

-- CreateTable
CREATE TABLE "Reply" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "verificationRecordId" TEXT NOT NULL,
    "verificationVersion" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "organizationId" TEXT NOT NULL,
    "textEn" TEXT,
    "textId" TEXT,
    "dueOn" TEXT NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "ReplyDraft" (
    "id" TEXT NOT NULL,
    "verificationRecordId" TEXT NOT NULL,
    "verificationVersion" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "organizationId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "textEn" TEXT,
    "textId" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReplyDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerifierDecision" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "verificationRecordId" TEXT NOT NULL,
    "verificationVersion" INTEGER NOT NULL,
    "replyRecordId" TEXT,
    "replyVersion" INTEGER,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "organizationId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "changedToVersion" INTEGER,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "VerifierDecision_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organizationId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "personId" TEXT,
    "interests" JSONB NOT NULL DEFAULT '[]',
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "replacement" TEXT NOT NULL,
    "replacementOrganizationId" TEXT,
    "replacementPersonId" TEXT,
    "untilOn" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "VerificationAssignment" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "personId" TEXT NOT NULL,
    "assignedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "VerificationAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "memberId" TEXT,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CsoAccountChange" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organizationId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "role" TEXT,
    "memberId" TEXT,
    "appointmentId" TEXT,
    "personNumber" INTEGER,
    "personId" TEXT,
    "addressSeal" TEXT,
    "keyId" TEXT,
    "publicKey" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "CsoAccountChange_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "nickname" TEXT NOT NULL,
    "isReset" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActSignature" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "signedRecordId" TEXT NOT NULL,
    "signedVersion" INTEGER NOT NULL,
    "signedLeafHash" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "authenticatorData" TEXT NOT NULL,
    "clientData" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "isKeyConfirmed" BOOLEAN NOT NULL,
    "organizationId" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "ActSignature_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "AssessmentQuestion" (
    "questionSet" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "assessmentKind" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "answerScale" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "perCommitment" BOOLEAN NOT NULL DEFAULT false,
    "sectionEn" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "helpEn" TEXT,
    "helpId" TEXT,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "AssessmentQuestion_pkey" PRIMARY KEY ("questionSet","code")
);

-- CreateTable
CREATE TABLE "LocalAssessmentDraft" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "assessmentKind" TEXT NOT NULL,
    "commitmentId" TEXT,
    "organizationId" TEXT NOT NULL,
    "questionSet" TEXT NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LocalAssessmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocalAssessmentSignature" (
    "draftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "draftVersion" INTEGER NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LocalAssessmentSignature_pkey" PRIMARY KEY ("draftId","personId")
);

-- CreateTable
CREATE TABLE "LocalAssessment" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "assessmentKind" TEXT NOT NULL,
    "commitmentId" TEXT,
    "organizationId" TEXT NOT NULL,
    "questionSet" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "assessedLevel" TEXT,
    "signedByCount" INTEGER NOT NULL,
    "signatoryIds" JSONB NOT NULL,
    "dueOn" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "LocalAssessment_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "Observation" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "seenOn" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "ObservationHiding" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "observationRecordId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "noteEn" TEXT,
    "noteId" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "ObservationHiding_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateIndex
CREATE INDEX "Reply_commitmentId_idx" ON "Reply"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_verificationRecordId_verificationVersion_organization_key" ON "Reply"("verificationRecordId", "verificationVersion", "organizationId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyDraft_verificationRecordId_verificationVersion_organiz_key" ON "ReplyDraft"("verificationRecordId", "verificationVersion", "organizationId");

-- CreateIndex
CREATE INDEX "VerifierDecision_commitmentId_idx" ON "VerifierDecision"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "VerifierDecision_verificationRecordId_verificationVersion_v_key" ON "VerifierDecision"("verificationRecordId", "verificationVersion", "version");

-- CreateIndex
CREATE INDEX "Recusal_commitmentId_idx" ON "Recusal"("commitmentId");

-- CreateIndex
CREATE INDEX "Recusal_organizationId_idx" ON "Recusal"("organizationId");

-- CreateIndex
CREATE INDEX "VerificationAssignment_organizationId_idx" ON "VerificationAssignment"("organizationId");

-- CreateIndex
CREATE INDEX "VerificationAssignment_commitmentId_idx" ON "VerificationAssignment"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organizationId_idx" ON "Invitation"("organizationId");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "CsoAccountChange_organizationId_idx" ON "CsoAccountChange"("organizationId");

-- CreateIndex
CREATE INDEX "CsoAccountChange_appointmentId_idx" ON "CsoAccountChange"("appointmentId");

-- CreateIndex
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

-- CreateIndex
CREATE INDEX "Passkey_organizationId_idx" ON "Passkey"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "ActSignature_signedRecordId_signedVersion_keyId_key" ON "ActSignature"("signedRecordId", "signedVersion", "keyId");

-- CreateIndex
CREATE INDEX "LocalAssessmentDraft_actionPlanId_idx" ON "LocalAssessmentDraft"("actionPlanId");

-- CreateIndex
CREATE INDEX "LocalAssessmentDraft_organizationId_idx" ON "LocalAssessmentDraft"("organizationId");

-- CreateIndex
CREATE INDEX "LocalAssessment_actionPlanId_idx" ON "LocalAssessment"("actionPlanId");

-- CreateIndex
CREATE INDEX "LocalAssessment_commitmentId_idx" ON "LocalAssessment"("commitmentId");

-- CreateIndex
CREATE INDEX "Observation_commitmentId_idx" ON "Observation"("commitmentId");

-- CreateIndex
CREATE INDEX "Observation_milestoneId_idx" ON "Observation"("milestoneId");

-- CreateIndex
CREATE INDEX "ObservationHiding_commitmentId_idx" ON "ObservationHiding"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ObservationHiding_observationRecordId_key" ON "ObservationHiding"("observationRecordId");

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerifierDecision" ADD CONSTRAINT "VerifierDecision_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationAssignment" ADD CONSTRAINT "VerificationAssignment_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalAssessmentDraft" ADD CONSTRAINT "LocalAssessmentDraft_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalAssessmentSignature" ADD CONSTRAINT "LocalAssessmentSignature_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "LocalAssessmentDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalAssessment" ADD CONSTRAINT "LocalAssessment_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalAssessment" ADD CONSTRAINT "LocalAssessment_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Clocks of the rule sets that were loaded before there were any.
UPDATE "RuleSet" SET "verification" = '{"replyDays":{"value":21,"basis":"OURS","source":"our own, after the 21 days of review before an IRM report is published (not confirmed)"},"declarationMonths":{"value":12,"basis":"OURS","source":"our own"},"employmentMonths":{"value":24,"basis":"OURS","source":"our own"},"verificationDays":{"value":60,"basis":"OURS","source":"our own"},"assessmentFiles":{"value":3,"basis":"OGP","source":"https://www.opengovpartnership.org/ogp-local-end-of-commitment-assessment-form"},"assessmentFileMegabytes":{"value":10,"basis":"OGP","source":"https://www.opengovpartnership.org/ogp-local-end-of-commitment-assessment-form"}}' WHERE "verification" = '{}';

-- Nobody reads a finding of their own before it is published, whatever asks.
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_two_readers" CHECK ("reviewedById" IS NULL OR "reviewedById" <> "authorId");
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_two_people" CHECK ("confirmedById" IS NULL OR "confirmedById" <> "personId");

DO $$
DECLARE
	act text;
BEGIN
	FOREACH act IN ARRAY ARRAY['ActSignature', 'CsoAccountChange', 'LocalAssessment', 'Observation', 'ObservationHiding', 'Recusal', 'Reply', 'VerifierDecision'] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', act);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', act);
	END LOOP;
END;
$$;
