-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "localType" TEXT,
    "countryCode" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "participationMode" TEXT,
    "joinedYear" INTEGER,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "notes" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "memberId" TEXT,
    "kind" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT,
    "role" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyArea" (
    "code" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "taxonomyVersion" TEXT NOT NULL,

    CONSTRAINT "PolicyArea_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "noteEn" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionPlan" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "ruleSetId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionPlanVersion" (
    "actionPlanId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT,
    "titleEn" TEXT,
    "titleId" TEXT,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "submittedOn" TEXT,
    "sourceUrl" TEXT,
    "commitmentsPublished" INTEGER,
    "source" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "importedById" TEXT,
    "publishedOn" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "ActionPlanVersion_pkey" PRIMARY KEY ("actionPlanId","version")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ogpId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentInstitution" (
    "commitmentId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "isLead" BOOLEAN NOT NULL,

    CONSTRAINT "CommitmentInstitution_pkey" PRIMARY KEY ("commitmentId","organizationId")
);

-- CreateTable
CREATE TABLE "CommitmentVersion" (
    "commitmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT,
    "titleEn" TEXT,
    "titleId" TEXT,
    "theme" TEXT,
    "descriptionEn" TEXT,
    "descriptionId" TEXT,
    "problemEn" TEXT,
    "problemId" TEXT,
    "baselineEn" TEXT,
    "baselineId" TEXT,
    "leadInstitution" TEXT,
    "supportingInstitutions" TEXT,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "ogpValues" JSONB NOT NULL,
    "policyAreas" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "importedById" TEXT,
    "publishedOn" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "CommitmentVersion_pkey" PRIMARY KEY ("commitmentId","version")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MilestoneVersion" (
    "milestoneId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT,
    "titleEn" TEXT,
    "titleId" TEXT,
    "deliverableEn" TEXT,
    "deliverableId" TEXT,
    "responsible" TEXT,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "importedById" TEXT,
    "publishedOn" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "MilestoneVersion_pkey" PRIMARY KEY ("milestoneId","version")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "opensOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "lockedOn" TEXT,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressUpdateDraft" (
    "id" TEXT NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "returnedReason" TEXT,
    "isNil" BOOLEAN NOT NULL DEFAULT false,
    "claimedLevel" TEXT,
    "doneEn" TEXT,
    "doneId" TEXT,
    "challenges" JSONB NOT NULL,
    "challengeText" TEXT,
    "evidence" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProgressUpdateDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressUpdate" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "milestoneId" TEXT NOT NULL,
    "checkpointId" TEXT,
    "organizationId" TEXT NOT NULL,
    "isNil" BOOLEAN NOT NULL,
    "claimedLevel" TEXT,
    "levelAsPublished" TEXT,
    "doneEn" TEXT,
    "doneId" TEXT,
    "challenges" JSONB NOT NULL,
    "challengeText" TEXT,
    "submittedById" TEXT,
    "approvedById" TEXT,
    "isImported" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "sourceUrl" TEXT,
    "sourcePublishedOn" TEXT,
    "importedById" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "ProgressUpdate_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "ConflictDeclaration" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "hasInterest" BOOLEAN NOT NULL,
    "statement" TEXT,
    "declaredOn" TEXT NOT NULL,
    "validUntilOn" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConflictDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationDraft" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "checkpointId" TEXT,
    "claimRecordId" TEXT,
    "claimVersion" INTEGER,
    "organizationId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "declarationId" TEXT,
    "verifiedLevel" TEXT,
    "outcome" TEXT,
    "method" TEXT,
    "confidence" TEXT,
    "rationaleEn" TEXT,
    "rationaleId" TEXT,
    "evidence" JSONB NOT NULL,
    "supersedes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VerificationDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "milestoneId" TEXT,
    "checkpointId" TEXT,
    "claimRecordId" TEXT,
    "claimVersion" INTEGER,
    "organizationId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "verifiedLevel" TEXT,
    "outcome" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "rationaleEn" TEXT,
    "rationaleId" TEXT,
    "hasInterest" BOOLEAN NOT NULL,
    "interestStatement" TEXT,
    "independence" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "recordVersion" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "stance" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'PUBLIC',

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IrmCoding" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "commitmentId" TEXT,
    "indicator" TEXT NOT NULL,
    "value" TEXT,
    "valueAsPublished" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "year" INTEGER,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "importedById" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "IrmCoding_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "ReportSnapshot" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "asOfOn" TEXT NOT NULL,
    "templateVersion" TEXT NOT NULL,
    "snapshotHash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "compiledById" TEXT NOT NULL,
    "actorOrganizationId" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "ReportSnapshot_pkey" PRIMARY KEY ("recordId","version")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "index" INTEGER NOT NULL,
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "entry" BYTEA NOT NULL,
    "leafHash" BYTEA NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "id" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "LedgerHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthUser" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuthUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "AuthSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuthAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthToken" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuthToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Organization_memberId_idx" ON "Organization"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_organizationId_idx" ON "Person"("organizationId");

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_organizationId_idx" ON "Appointment"("organizationId");

-- CreateIndex
CREATE INDEX "Appointment_memberId_idx" ON "Appointment"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleSet_track_version_key" ON "RuleSet"("track", "version");

-- CreateIndex
CREATE INDEX "ActionPlan_memberId_idx" ON "ActionPlan"("memberId");

-- CreateIndex
CREATE INDEX "ActionPlan_ruleSetId_idx" ON "ActionPlan"("ruleSetId");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_actionPlanId_position_key" ON "Commitment"("actionPlanId", "position");

-- CreateIndex
CREATE INDEX "CommitmentInstitution_organizationId_idx" ON "CommitmentInstitution"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_commitmentId_position_key" ON "Milestone"("commitmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Checkpoint_actionPlanId_code_key" ON "Checkpoint"("actionPlanId", "code");

-- CreateIndex
CREATE INDEX "ProgressUpdateDraft_checkpointId_idx" ON "ProgressUpdateDraft"("checkpointId");

-- CreateIndex
CREATE INDEX "ProgressUpdateDraft_organizationId_idx" ON "ProgressUpdateDraft"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgressUpdateDraft_milestoneId_checkpointId_organizationId_key" ON "ProgressUpdateDraft"("milestoneId", "checkpointId", "organizationId");

-- CreateIndex
CREATE INDEX "ProgressUpdate_milestoneId_idx" ON "ProgressUpdate"("milestoneId");

-- CreateIndex
CREATE INDEX "ProgressUpdate_checkpointId_idx" ON "ProgressUpdate"("checkpointId");

-- CreateIndex
CREATE INDEX "ConflictDeclaration_commitmentId_idx" ON "ConflictDeclaration"("commitmentId");

-- CreateIndex
CREATE INDEX "ConflictDeclaration_organizationId_commitmentId_idx" ON "ConflictDeclaration"("organizationId", "commitmentId");

-- CreateIndex
CREATE INDEX "VerificationDraft_commitmentId_idx" ON "VerificationDraft"("commitmentId");

-- CreateIndex
CREATE INDEX "VerificationDraft_checkpointId_idx" ON "VerificationDraft"("checkpointId");

-- CreateIndex
CREATE INDEX "VerificationDraft_organizationId_idx" ON "VerificationDraft"("organizationId");

-- CreateIndex
CREATE INDEX "Verification_commitmentId_idx" ON "Verification"("commitmentId");

-- CreateIndex
CREATE INDEX "Verification_milestoneId_idx" ON "Verification"("milestoneId");

-- CreateIndex
CREATE INDEX "Verification_checkpointId_idx" ON "Verification"("checkpointId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_recordId_recordVersion_position_key" ON "Evidence"("recordId", "recordVersion", "position");

-- CreateIndex
CREATE INDEX "IrmCoding_actionPlanId_idx" ON "IrmCoding"("actionPlanId");

-- CreateIndex
CREATE INDEX "IrmCoding_commitmentId_idx" ON "IrmCoding"("commitmentId");

-- CreateIndex
CREATE INDEX "ReportSnapshot_actionPlanId_idx" ON "ReportSnapshot"("actionPlanId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_recordId_version_key" ON "LedgerEntry"("recordId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "AuthUser_email_key" ON "AuthUser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AuthSession_token_key" ON "AuthSession"("token");

-- CreateIndex
CREATE INDEX "AuthSession_userId_idx" ON "AuthSession"("userId");

-- CreateIndex
CREATE INDEX "AuthAccount_userId_idx" ON "AuthAccount"("userId");

-- CreateIndex
CREATE INDEX "AuthToken_identifier_idx" ON "AuthToken"("identifier");

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionPlan" ADD CONSTRAINT "ActionPlan_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionPlan" ADD CONSTRAINT "ActionPlan_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "RuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionPlanVersion" ADD CONSTRAINT "ActionPlanVersion_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentInstitution" ADD CONSTRAINT "CommitmentInstitution_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentVersion" ADD CONSTRAINT "CommitmentVersion_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MilestoneVersion" ADD CONSTRAINT "MilestoneVersion_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdateDraft" ADD CONSTRAINT "ProgressUpdateDraft_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdateDraft" ADD CONSTRAINT "ProgressUpdateDraft_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictDeclaration" ADD CONSTRAINT "ConflictDeclaration_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationDraft" ADD CONSTRAINT "VerificationDraft_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationDraft" ADD CONSTRAINT "VerificationDraft_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IrmCoding" ADD CONSTRAINT "IrmCoding_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IrmCoding" ADD CONSTRAINT "IrmCoding_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSnapshot" ADD CONSTRAINT "ReportSnapshot_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthSession" ADD CONSTRAINT "AuthSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthAccount" ADD CONSTRAINT "AuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

