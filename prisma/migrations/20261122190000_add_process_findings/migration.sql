-- What published tables say beside the commitments: of a plan, how it was made and reported on; of a commitment, what
-- its row left open. Facts of their publishers, read once and kept as they were read.
CREATE TABLE "ProcessFinding" (
    "actionPlanId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "yearSubmitted" TEXT,
    "answers" JSONB NOT NULL,
    "importedById" TEXT NOT NULL,
    "importedOn" TEXT NOT NULL,

    CONSTRAINT "ProcessFinding_pkey" PRIMARY KEY ("actionPlanId", "source")
);

ALTER TABLE "ProcessFinding" ADD CONSTRAINT "ProcessFinding_actionPlanId_fkey"
    FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SourceNoteRow" (
    "commitmentId" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "notes" JSONB NOT NULL,

    CONSTRAINT "SourceNoteRow_pkey" PRIMARY KEY ("commitmentId", "rowId")
);

ALTER TABLE "SourceNoteRow" ADD CONSTRAINT "SourceNoteRow_commitmentId_fkey"
    FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "ProcessFinding" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "SourceNoteRow" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
