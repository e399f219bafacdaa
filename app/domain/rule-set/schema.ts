import { z } from 'zod'

/** Where a number of a rule comes from: OGP's own text, general practice that is not confirmed, or a proposal of ours. */
export const basis = z.enum(['OGP', 'PRACTICE', 'OURS'])

/** One number of a rule, with what it rests on. */
export const figure = z.strictObject({ value: z.number(), basis, source: z.string() })

/** The numbers of OGP's rules. A plan is pinned to one version; every report names it. */
export const RuleSetRules = z.strictObject({
	/** Grace after a due date in days. */
	graceDays: figure,
	/** Months between reporting checkpoints. */
	checkpointMonths: figure,
	/** Shortest public comment window on a self-assessment, in days. */
	commentWindowDays: figure,
	/** Months within which an independent finding counts for coverage. */
	coverageMonths: figure,
	/** Coverage (0–1) from which independent reporting is met. */
	coverageMet: figure,
	/** Share (0–1) of self reports published on time from which reporting is at least partly met. */
	selfTimelyPartial: figure,
	/** Share (0–1) of commitments that must be concrete and carry an OGP value for "partly met". */
	concretePartial: figure,
	/** Months after the end of a plan within which the next must be published. */
	successorMonths: figure,
	/** Months a new member has before its first plan is due. */
	firstPlanMonths: figure,
	/** Months after which a plan in force without any independent finding is not met. */
	noCoverageMonths: figure,
	/**
	 * Days after its last day from which a missing self-assessment at the end of a plan makes reporting not met; absent in
	 * reports that were frozen before this was asked.
	 */
	endAssessmentLateDays: z.exactOptional(figure),
	/** Months from submission to the independent design assessment. */
	designAssessmentMonths: figure,
	/** Days before a due date from which a task is due soon. */
	dueSoonDays: figure,
	/** Commitments in one plan below and above which the site warns softly. */
	commitmentsWarnBelow: figure,
	commitmentsWarnAbove: figure,
})
export type RuleSetRules = z.infer<typeof RuleSetRules>
