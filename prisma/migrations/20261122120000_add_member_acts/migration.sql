-- Acts of members beyond their plans share a table: they differ in what they say, not in how they are kept.
CREATE TABLE "MemberAct" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "actionPlanId" TEXT,
    "subjectId" TEXT,
    "onDay" TEXT NOT NULL,
    "isRetracted" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "said" JSONB NOT NULL,
    "source" TEXT,
    "sourceUrl" TEXT,
    "importedById" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "MemberAct_pkey" PRIMARY KEY ("recordId","version")
);

-- Levels as they were computed on a day, with all that they rest on.
CREATE TABLE "StatusSnapshot" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "asOfOn" TEXT NOT NULL,
    "expectation" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "ruleSetId" TEXT NOT NULL,
    "ledgerSize" INTEGER NOT NULL,
    "computedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StatusSnapshot_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "RuleSet" ADD COLUMN "process" JSONB NOT NULL DEFAULT '{}';

CREATE INDEX "MemberAct_memberId_kind_idx" ON "MemberAct"("memberId", "kind");
CREATE INDEX "MemberAct_kind_recordId_idx" ON "MemberAct"("kind", "recordId");
CREATE INDEX "MemberAct_subjectId_idx" ON "MemberAct"("subjectId");
CREATE INDEX "MemberAct_actionPlanId_idx" ON "MemberAct"("actionPlanId");
CREATE INDEX "StatusSnapshot_memberId_asOfOn_idx" ON "StatusSnapshot"("memberId", "asOfOn");
CREATE UNIQUE INDEX "StatusSnapshot_memberId_asOfOn_expectation_ledgerSize_key" ON "StatusSnapshot"("memberId", "asOfOn", "expectation", "ledgerSize");

-- Numbers of the rule sets that were loaded before there were any for these expectations.
UPDATE "RuleSet" SET "process" = '{"endorsementDays":{"value":90,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"reaffirmationMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"forumGapDays":{"value":183,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 1.1 (every six months)"},"siteFreshDays":{"value":183,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"siteStaleDays":{"value":365,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"repositoryGapDays":{"value":183,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 2.2 (twice a year)"},"evidenceMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"timelineLeadDays":{"value":14,"basis":"PRACTICE","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 3.1 (two weeks; wording not confirmed)"},"outreachAudiences":{"value":2,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"inputDays":{"value":14,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"responseGraceDays":{"value":30,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"resultMeetings":{"value":2,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 5.1 (two meetings a year)"},"resultMeetingMonth":{"value":8,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"documentLeadDays":{"value":7,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"sharingMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"sharingPartMonths":{"value":24,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"abroadMonths":{"value":24,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"newMemberMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"}}' WHERE "track" = 'NATIONAL' AND "process" = '{}';
UPDATE "RuleSet" SET "process" = '{"endorsementDays":{"value":90,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"reaffirmationMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"forumGapDays":{"value":183,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 1.1 (every six months)"},"siteFreshDays":{"value":122,"basis":"OGP","source":"OGP Local Handbook, requirements of the inception form (wording not confirmed), at least every four months"},"siteStaleDays":{"value":365,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"repositoryGapDays":{"value":183,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 2.2 (twice a year)"},"evidenceMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"timelineLeadDays":{"value":14,"basis":"PRACTICE","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 3.1 (two weeks; wording not confirmed)"},"outreachAudiences":{"value":2,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"inputDays":{"value":14,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"responseGraceDays":{"value":30,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"resultMeetings":{"value":2,"basis":"OGP","source":"OGP Participation and Co-Creation Standards, approved on 24 November 2021, requirement 5.1 (two meetings a year)"},"resultMeetingMonth":{"value":8,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"documentLeadDays":{"value":7,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"sharingMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"sharingPartMonths":{"value":24,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"abroadMonths":{"value":24,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"},"newMemberMonths":{"value":12,"basis":"OURS","source":"our own reading; OGP publishes no formula for its levels"}}' WHERE "track" = 'LOCAL' AND "process" = '{}';

DO $$
DECLARE
	kept text;
BEGIN
	FOREACH kept IN ARRAY ARRAY['MemberAct', 'StatusSnapshot'] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', kept);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', kept);
	END LOOP;
END;
$$;
