-- Drafts of reports that were shared before the report is published, and what those who were asked dissent from.
CREATE TABLE "ReportDraft" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "reportName" TEXT NOT NULL,
    "asOfOn" TEXT NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "snapshotHash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "takenOn" TEXT,
    "recordId" TEXT,

    CONSTRAINT "ReportDraft_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReportDissent" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "saidOn" TEXT NOT NULL,
    "saidAt" TIMESTAMP(3) NOT NULL,
    "textEn" TEXT,
    "textId" TEXT,
    "url" TEXT,
    "interests" JSONB NOT NULL,

    CONSTRAINT "ReportDissent_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ReportDraft_actionPlanId_closesOn_idx" ON "ReportDraft"("actionPlanId", "closesOn");
CREATE INDEX "ReportDissent_draftId_idx" ON "ReportDissent"("draftId");
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportDissent" ADD CONSTRAINT "ReportDissent_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ReportDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was shared stays what it was, with every dissent, whoever would rather not publish it. The one change that a
-- draft ever sees is that a report took it up.
CREATE FUNCTION refuse_change_of_report_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'UPDATE' OR OLD."recordId" IS NOT NULL
		OR (to_jsonb(NEW) - 'takenOn' - 'recordId') <> (to_jsonb(OLD) - 'takenOn' - 'recordId') THEN
		RAISE EXCEPTION 'a report draft that was shared stays as it was: % is refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "ReportDraft" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_report_draft();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "ReportDraft" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "ReportDissent" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "ReportDissent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();
