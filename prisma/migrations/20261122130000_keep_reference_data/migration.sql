-- What findings are read by is kept like them: who an organization is, and what was asked.
CREATE FUNCTION refuse_other_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND NEW."id" = OLD."id" AND NEW."kind" = OLD."kind"
		AND NEW."nameEn" = OLD."nameEn" AND NEW."nameId" = OLD."nameId" THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'an organization stays who it is: register another one';
END;
$$;

CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "Organization" FOR EACH ROW EXECUTE FUNCTION refuse_other_name();

-- Questions have versions: other words are another row.
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON "AssessmentQuestion" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
