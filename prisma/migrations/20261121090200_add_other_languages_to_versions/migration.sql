-- A plan is published in the member's own language too. Texts in languages that have no column of their own are kept
-- beside the English and the Indonesian ones, so that an import loses none of them.
ALTER TABLE "ActionPlanVersion" ADD COLUMN "otherLanguages" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "CommitmentVersion" ADD COLUMN "otherLanguages" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "MilestoneVersion" ADD COLUMN "otherLanguages" JSONB NOT NULL DEFAULT '{}';
