-- A version of the rules that the host publishes is an act. Its numbers are those of the row in RuleSet, which the act
-- seals; what came with the product has no act and is compared with what the product brings along.
CREATE TABLE "RuleSetPublication" (
    "recordId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "actorOrganizationId" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "salt" BYTEA NOT NULL,
    "privateSalt" BYTEA NOT NULL,

    CONSTRAINT "RuleSetPublication_pkey" PRIMARY KEY ("recordId","version")
);

CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "RuleSetPublication" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "RuleSetPublication" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();

-- Rules have versions: other numbers are another row.
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "RuleSet" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "RuleSet" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();
