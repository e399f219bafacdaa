-- An act is never changed: UPDATE, DELETE and TRUNCATE are refused below the application as well.
-- This prevents accidents and ordinary accounts, not the owner of the database; what the owner does is
-- detected by the ledger (docs/decisions/0006).
CREATE FUNCTION refuse_change_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'acts are append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;

DO $$
DECLARE
	act text;
BEGIN
	FOREACH act IN ARRAY ARRAY[
		'ActionPlanVersion', 'CommitmentVersion', 'MilestoneVersion', 'ProgressUpdate', 'ConflictDeclaration',
		'Verification', 'Evidence', 'IrmCoding', 'ReportSnapshot', 'LedgerEntry'
	] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', act);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', act);
	END LOOP;
END;
$$;

-- The log's length: one row, locked by each act, so that positions have no gaps.
INSERT INTO "LedgerHead" ("id", "size") VALUES (1, 0);

CREATE FUNCTION refuse_shrinking_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'UPDATE' OR NEW."id" <> OLD."id" OR NEW."size" < OLD."size" THEN
		RAISE EXCEPTION 'the log only grows' USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER only_grow BEFORE UPDATE OR DELETE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION refuse_shrinking_log();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON "LedgerHead" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();

-- A verification judged by an interested party says so, and a level is left out only where nothing could be verified.
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_level_or_cannot_verify"
	CHECK ("verifiedLevel" IS NOT NULL OR "outcome" = 'CANNOT_VERIFY');
-- A claim is somebody's: either two people of the institution stand behind it, or the source it was imported from.
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_two_people_or_source" CHECK (
	("isImported" AND "source" IS NOT NULL AND "importedById" IS NOT NULL)
	OR (NOT "isImported" AND "submittedById" IS NOT NULL AND "approvedById" IS NOT NULL AND "submittedById" <> "approvedById")
);
