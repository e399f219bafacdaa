-- AlterTable
ALTER TABLE "ActionPlan" ADD COLUMN     "checkpointScheme" TEXT;

-- AlterTable
ALTER TABLE "Checkpoint" ADD COLUMN     "reopenedUntilOn" TEXT;

-- AlterTable
ALTER TABLE "CommitmentVersion" ADD COLUMN     "additionalEn" TEXT,
ADD COLUMN     "additionalId" TEXT,
ADD COLUMN     "carriedOverFrom" TEXT,
ADD COLUMN     "contributionEn" TEXT,
ADD COLUMN     "contributionId" TEXT,
ADD COLUMN     "standing" TEXT,
ADD COLUMN     "successors" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "MilestoneVersion" ADD COLUMN     "protocol" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "standing" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "superiorId" TEXT;

-- AlterTable
ALTER TABLE "ProgressUpdate" ADD COLUMN     "expectedOn" TEXT,
ADD COLUMN     "finishedOn" TEXT,
ADD COLUMN     "nextStepEn" TEXT,
ADD COLUMN     "nextStepId" TEXT,
ADD COLUMN     "startedOn" TEXT,
ADD COLUMN     "textStates" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "ProgressUpdateDraft" ADD COLUMN     "expectedOn" TEXT,
ADD COLUMN     "finishedOn" TEXT,
ADD COLUMN     "nextStepEn" TEXT,
ADD COLUMN     "nextStepId" TEXT,
ADD COLUMN     "startedOn" TEXT,
ADD COLUMN     "textStates" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "RuleSet" ADD COLUMN     "cycle" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CommitmentLevelDraft" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "claimedLevel" TEXT NOT NULL,
    "suggestedLevel" TEXT,
    "sentenceEn" TEXT,
    "sentenceId" TEXT,
    "submittedById" TEXT NOT NULL,
    "returnedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommitmentLevelDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentLevel" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "claimedLevel" TEXT NOT NULL,
    "suggestedLevel" TEXT,
    "sentenceEn" TEXT,
    "sentenceId" TEXT,
    "submittedById" TEXT NOT NULL,
    "approvedById" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "CommitmentLevel_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "UpdateLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "officerName" TEXT NOT NULL,
    "officerEmail" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "UpdateLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanDraft" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "ruleSetId" TEXT NOT NULL,
    "checkpointScheme" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "returnedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentDraft" (
    "id" TEXT NOT NULL,
    "planDraftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "leadId" TEXT,
    "supportIds" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommitmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MilestoneDraft" (
    "id" TEXT NOT NULL,
    "commitmentDraftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MilestoneDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanStage" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "closesOn" TEXT,
    "noteEn" TEXT,
    "noteId" TEXT,
    "text" TEXT,
    "submittedById" TEXT NOT NULL,
    "approvedById" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "PlanStage_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "AmendmentDraft" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "proposedBy" TEXT,
    "agreedBy" TEXT,
    "effectiveOn" TEXT,
    "changes" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "returnedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AmendmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "proposedBy" TEXT NOT NULL,
    "agreedBy" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "submittedById" TEXT NOT NULL,
    "approvedById" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "CheckpointReopening" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "submittedById" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "CheckpointReopening_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "ImportPreview" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportPreview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfAssessmentDraft" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SelfAssessmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfAssessment" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "commentOpensOn" TEXT NOT NULL,
    "commentClosesOn" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "approvedById" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "SelfAssessment_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "SelfAssessmentComment" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "author" TEXT,
    "organization" TEXT,
    "body" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "disposition" TEXT,
    "answerEn" TEXT,
    "answerId" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SelfAssessmentComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "ruleSetId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "doneOn" TEXT,
    "waivedOn" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObligationWaiver" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "obligationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reasonEn" TEXT,
    "reasonId" TEXT,
    "submittedById" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "ObligationWaiver_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "personId" TEXT NOT NULL,
    "hasReminders" BOOLEAN NOT NULL DEFAULT true,
    "hasDigest" BOOLEAN NOT NULL DEFAULT true,
    "token" TEXT NOT NULL,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sentOn" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OverdueAcknowledgement" (
    "personId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OverdueAcknowledgement_pkey" PRIMARY KEY ("personId","key")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL,
    "memberId" TEXT,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "fromPersonId" TEXT NOT NULL,
    "toPersonId" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "note" TEXT,
    "open" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommitmentLevelDraft_organizationId_idx" ON "CommitmentLevelDraft"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitmentLevelDraft_commitmentId_checkpointId_key" ON "CommitmentLevelDraft"("commitmentId", "checkpointId");

-- CreateIndex
CREATE INDEX "CommitmentLevel_commitmentId_idx" ON "CommitmentLevel"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "UpdateLink_tokenHash_key" ON "UpdateLink"("tokenHash");

-- CreateIndex
CREATE INDEX "UpdateLink_organizationId_idx" ON "UpdateLink"("organizationId");

-- CreateIndex
CREATE INDEX "PlanDraft_memberId_idx" ON "PlanDraft"("memberId");

-- CreateIndex
CREATE INDEX "CommitmentDraft_planDraftId_idx" ON "CommitmentDraft"("planDraftId");

-- CreateIndex
CREATE INDEX "MilestoneDraft_commitmentDraftId_idx" ON "MilestoneDraft"("commitmentDraftId");

-- CreateIndex
CREATE INDEX "PlanStage_actionPlanId_idx" ON "PlanStage"("actionPlanId");

-- CreateIndex
CREATE INDEX "AmendmentDraft_actionPlanId_idx" ON "AmendmentDraft"("actionPlanId");

-- CreateIndex
CREATE INDEX "Amendment_actionPlanId_idx" ON "Amendment"("actionPlanId");

-- CreateIndex
CREATE INDEX "CheckpointReopening_actionPlanId_idx" ON "CheckpointReopening"("actionPlanId");

-- CreateIndex
CREATE INDEX "CheckpointReopening_checkpointId_idx" ON "CheckpointReopening"("checkpointId");

-- CreateIndex
CREATE INDEX "ImportPreview_personId_idx" ON "ImportPreview"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SelfAssessmentDraft_actionPlanId_kind_key" ON "SelfAssessmentDraft"("actionPlanId", "kind");

-- CreateIndex
CREATE INDEX "SelfAssessment_actionPlanId_idx" ON "SelfAssessment"("actionPlanId");

-- CreateIndex
CREATE UNIQUE INDEX "SelfAssessmentComment_recordId_position_key" ON "SelfAssessmentComment"("recordId", "position");

-- CreateIndex
CREATE INDEX "Obligation_memberId_idx" ON "Obligation"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_actionPlanId_code_subject_key" ON "Obligation"("actionPlanId", "code", "subject");

-- CreateIndex
CREATE INDEX "ObligationWaiver_actionPlanId_idx" ON "ObligationWaiver"("actionPlanId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeChoice_token_key" ON "NoticeChoice"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_key_key" ON "Notice"("personId", "key");

-- CreateIndex
CREATE INDEX "HandOver_organizationId_idx" ON "HandOver"("organizationId");

-- AddForeignKey
ALTER TABLE "CommitmentLevelDraft" ADD CONSTRAINT "CommitmentLevelDraft_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentLevelDraft" ADD CONSTRAINT "CommitmentLevelDraft_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentLevel" ADD CONSTRAINT "CommitmentLevel_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateLink" ADD CONSTRAINT "UpdateLink_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateLink" ADD CONSTRAINT "UpdateLink_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDraft" ADD CONSTRAINT "PlanDraft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentDraft" ADD CONSTRAINT "CommitmentDraft_planDraftId_fkey" FOREIGN KEY ("planDraftId") REFERENCES "PlanDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MilestoneDraft" ADD CONSTRAINT "MilestoneDraft_commitmentDraftId_fkey" FOREIGN KEY ("commitmentDraftId") REFERENCES "CommitmentDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckpointReopening" ADD CONSTRAINT "CheckpointReopening_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfAssessmentDraft" ADD CONSTRAINT "SelfAssessmentDraft_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfAssessment" ADD CONSTRAINT "SelfAssessment_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationWaiver" ADD CONSTRAINT "ObligationWaiver_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Numbers of the rule sets that were loaded before there were numbers for a plan's life.
UPDATE "RuleSet" SET "cycle" = '{"planMonths":{"values":[24,48],"basis":"OGP","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (two or four years)"},"planMonthsTolerance":{"value":2,"basis":"OURS","source":"our own"},"refreshMonths":{"value":24,"basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (the two-year mark; the day is not confirmed)"},"refreshWindowMonths":{"value":6,"basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (not confirmed)"},"administrationMarginMonths":{"value":6,"basis":"OURS","source":"our own"},"commitmentsWarnStronglyAbove":{"value":20,"basis":"PRACTICE","source":"https://www.opengovpartnership.org/how-it-works/action-plans (a cap of 20 was proposed in 2017)"},"consultationDays":{"value":14,"basis":"OURS","source":"our own, after https://www.opengovpartnership.org/self-assessment-process/"},"checkpointScheme":{"value":"HALF_YEARLY","basis":"OURS","source":"our own, after https://www.opengovpartnership.org/glossary/repository/"},"checkpointLockDays":{"value":30,"basis":"OURS","source":"our own"},"reminderDays":{"values":[30,7,1],"basis":"OURS","source":"our own"},"reminderEveryDays":{"value":7,"basis":"OURS","source":"our own"},"obligations":[{"code":"COCREATION_TIMELINE","from":"COCREATION_START","months":0,"days":-14,"everyMonths":null,"weight":"OFFICIAL","basis":"PRACTICE","source":"https://www.opengovpartnership.org/ogp-participation-co-creation-standards/ (requirement 3.1; the 14 days are not confirmed)"},{"code":"MSF_MEETING","from":"LAST_MEETING","months":6,"days":0,"everyMonths":6,"weight":"OFFICIAL","basis":"OGP","source":"https://www.opengovpartnership.org/ogp-participation-co-creation-standards/ (requirement 1.1)"},{"code":"REPOSITORY_UPDATE","from":"LAST_UPDATE","months":6,"days":0,"everyMonths":6,"weight":"OFFICIAL","basis":"OGP","source":"https://www.opengovpartnership.org/glossary/repository/"},{"code":"REASONED_RESPONSE","from":"PLAN_SUBMISSION","months":0,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"OURS","source":"https://www.opengovpartnership.org/ogp-participation-co-creation-standards/ (requirement 4.1; the day is ours)"},{"code":"PLAN_SUCCESSOR","from":"PLAN_END","months":12,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"OGP","source":"https://www.opengovpartnership.org/glossary/procedural-review/"},{"code":"FOUR_YEAR_REFRESH","from":"PLAN_START","months":24,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (the day is not confirmed)"},{"code":"SA_MIDTERM","from":"PLAN_START","months":15,"days":0,"everyMonths":null,"weight":"OLDER_RULE","basis":"PRACTICE","source":"https://www.opengovpartnership.org/self-assessment-process/ (three months after the first year)"},{"code":"SA_END","from":"PLAN_END","months":3,"days":0,"everyMonths":null,"weight":"RECOMMENDED","basis":"PRACTICE","source":"https://www.opengovpartnership.org/self-assessment-process/ (three months after the end)"},{"code":"SA_CONSULTATION","from":"COMMENT_OPENED","months":0,"days":14,"everyMonths":null,"weight":"OLDER_RULE","basis":"OGP","source":"https://www.opengovpartnership.org/self-assessment-process/ (two weeks of public comment)"},{"code":"IRM_APR","from":"PLAN_SUBMISSION","months":4,"days":0,"everyMonths":null,"weight":"IRM","basis":"OGP","source":"https://www.opengovpartnership.org/documents/independent-reporting-mechanism-action-plan-review/"},{"code":"IRM_RESULTS","from":"PLAN_END","months":4,"days":0,"everyMonths":null,"weight":"IRM","basis":"OGP","source":"https://www.opengovpartnership.org/irm-guidance-overview/ (results report)"},{"code":"ADMIN_CHANGE","from":"ADMINISTRATION_CHANGE","months":12,"days":0,"everyMonths":null,"weight":"RECOMMENDED","basis":"OURS","source":"our own"},{"code":"CHECKPOINT","from":"CHECKPOINT_DUE","months":0,"days":0,"everyMonths":null,"weight":"HABIT","basis":"PRACTICE","source":"habit of action-plan monitoring in Indonesia: B03, B06, B09, B12"},{"code":"KIP_BERKALA","from":"LAST_UPDATE","months":6,"days":0,"everyMonths":6,"weight":"RECOMMENDED","basis":"PRACTICE","source":"UU 14/2008 (KIP) article 9"}]}' WHERE "track" = 'NATIONAL' AND "cycle" = '{}';
UPDATE "RuleSet" SET "cycle" = '{"planMonths":{"values":[],"basis":"OGP","source":"https://www.opengovpartnership.org/documents/ogp-local-handbook (as the member chooses)"},"planMonthsTolerance":{"value":2,"basis":"OURS","source":"our own"},"refreshMonths":{"value":24,"basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (the two-year mark; the day is not confirmed)"},"refreshWindowMonths":{"value":6,"basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-national-handbook (not confirmed)"},"administrationMarginMonths":{"value":6,"basis":"OURS","source":"our own"},"commitmentsWarnStronglyAbove":{"value":10,"basis":"OURS","source":"our own"},"consultationDays":{"value":14,"basis":"OURS","source":"our own, after https://www.opengovpartnership.org/self-assessment-process/"},"checkpointScheme":{"value":"QUARTERLY","basis":"PRACTICE","source":"habit of action-plan monitoring in Indonesia: B03, B06, B09, B12"},"checkpointLockDays":{"value":30,"basis":"OURS","source":"our own"},"reminderDays":{"values":[30,7,1],"basis":"OURS","source":"our own"},"reminderEveryDays":{"value":7,"basis":"OURS","source":"our own"},"obligations":[{"code":"SITE_UPDATE_LOCAL","from":"LAST_UPDATE","months":4,"days":0,"everyMonths":4,"weight":"RECOMMENDED","basis":"OGP","source":"https://www.opengovpartnership.org/documents/ogp-local-handbook"},{"code":"INCEPTION","from":"PLAN_SUBMISSION","months":2,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"OGP","source":"https://www.opengovpartnership.org/?p=57265"},{"code":"END_OF_COMMITMENT","from":"COMMITMENT_COMPLETE","months":1,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"OGP","source":"https://www.opengovpartnership.org/documents/ogp-local-handbook (end-of-commitment assessment)"},{"code":"END_OF_PLAN","from":"PLAN_END","months":2,"days":0,"everyMonths":null,"weight":"OFFICIAL","basis":"PRACTICE","source":"https://www.opengovpartnership.org/documents/ogp-local-handbook (end-of-plan assessment; the day is not confirmed)"},{"code":"SA_MIDTERM","from":"PLAN_START","months":15,"days":0,"everyMonths":null,"weight":"RECOMMENDED","basis":"PRACTICE","source":"https://www.opengovpartnership.org/self-assessment-process/ (written for national members)"},{"code":"SA_END","from":"PLAN_END","months":3,"days":0,"everyMonths":null,"weight":"RECOMMENDED","basis":"PRACTICE","source":"https://www.opengovpartnership.org/self-assessment-process/ (written for national members)"},{"code":"SA_CONSULTATION","from":"COMMENT_OPENED","months":0,"days":14,"everyMonths":null,"weight":"OLDER_RULE","basis":"OGP","source":"https://www.opengovpartnership.org/self-assessment-process/ (two weeks of public comment)"},{"code":"ADMIN_CHANGE","from":"ADMINISTRATION_CHANGE","months":12,"days":0,"everyMonths":null,"weight":"RECOMMENDED","basis":"OURS","source":"our own"},{"code":"CHECKPOINT","from":"CHECKPOINT_DUE","months":0,"days":0,"everyMonths":null,"weight":"HABIT","basis":"PRACTICE","source":"habit of action-plan monitoring in Indonesia: B03, B06, B09, B12"},{"code":"KIP_BERKALA","from":"LAST_UPDATE","months":6,"days":0,"everyMonths":6,"weight":"RECOMMENDED","basis":"PRACTICE","source":"UU 14/2008 (KIP) article 9"}]}' WHERE "track" = 'LOCAL' AND "cycle" = '{}';

-- Who proposes and who approves are two different people, whatever asks.
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_two_people" CHECK ("approvedById" <> "submittedById");
ALTER TABLE "CommitmentLevel" ADD CONSTRAINT "CommitmentLevel_two_people" CHECK ("approvedById" <> "submittedById");
ALTER TABLE "PlanStage" ADD CONSTRAINT "PlanStage_two_people" CHECK ("approvedById" <> "submittedById");
ALTER TABLE "SelfAssessment" ADD CONSTRAINT "SelfAssessment_two_people" CHECK ("approvedById" <> "submittedById");

DO $$
DECLARE
	act text;
BEGIN
	FOREACH act IN ARRAY ARRAY['Amendment', 'CheckpointReopening', 'CommitmentLevel', 'ObligationWaiver', 'PlanStage', 'SelfAssessment'] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', act);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', act);
	END LOOP;
END;
$$;
