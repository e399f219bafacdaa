-- A backup that is older than a confirmed removal brings the finding back without the rows that say who confirmed it.
-- The list of withdrawals outside the database remembers, and the start of the site deletes it again: it names the
-- one record for the length of its transaction. Nothing else sets this name.
CREATE OR REPLACE FUNCTION refuse_change_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('Verification', 'Evidence') THEN
		IF OLD."recordId" = current_setting('renaksi.removed_again', true) OR EXISTS (
			SELECT 1 FROM "Removal" r JOIN "Withdrawal" w ON w."recordId" = r."recordId"
			WHERE r."recordId" = OLD."recordId" AND r."confirmedById" IS NOT NULL
		) THEN
			RETURN OLD;
		END IF;
	END IF;
	RAISE EXCEPTION 'acts are append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
