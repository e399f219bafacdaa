-- When a missing self-assessment at the end of a plan makes reporting not met: a number that the rule sets of earlier
-- sites lack. Two rows at most.
UPDATE "RuleSet"
SET "rules" = jsonb_set("rules"::jsonb, '{endAssessmentLateDays}',
	'{"value":90,"basis":"OURS","source":"our reading of the expectation; OGP publishes no formula for its levels"}'::jsonb)
WHERE "id" IN ('ogp-national-2022.1', 'ogp-local-2022.1') AND NOT ("rules"::jsonb ? 'endAssessmentLateDays');
