import { z } from 'zod'
import { figure, basis } from '#app/domain/rule-set/schema.ts'

/** What an obligation counts from. An event that the records do not hold gives no obligation. */
export const OBLIGATION_EVENTS = [
	'PLAN_START',
	'PLAN_END',
	'PLAN_SUBMISSION',
	'CHECKPOINT_DUE',
	'COMMITMENT_COMPLETE',
	'COMMENT_OPENED',
	'COCREATION_START',
	'LAST_MEETING',
	'LAST_UPDATE',
	'ADMINISTRATION_CHANGE',
] as const
export type ObligationEvent = (typeof OBLIGATION_EVENTS)[number]

/** How binding a deadline is: OGP's rule, its advice, a rule of older calendars, the IRM's own, or a habit. */
export const OBLIGATION_WEIGHTS = ['OFFICIAL', 'RECOMMENDED', 'OLDER_RULE', 'IRM', 'HABIT'] as const
export type ObligationWeight = (typeof OBLIGATION_WEIGHTS)[number]

export const CHECKPOINT_SCHEMES = ['HALF_YEARLY', 'QUARTERLY', 'OGP_MID_END'] as const
export type CheckpointScheme = (typeof CHECKPOINT_SCHEMES)[number]

const figures = z.strictObject({ values: z.array(z.number()), basis, source: z.string() })

export const ObligationRule = z.strictObject({
	/** Has words under `obligation.<code>` in both languages. */
	code: z.string().regex(/^[A-Z_]+$/),
	from: z.enum(OBLIGATION_EVENTS),
	months: z.int(),
	days: z.int(),
	/** Months after which it is due once more; null: once. */
	everyMonths: z.int().min(1).nullable(),
	weight: z.enum(OBLIGATION_WEIGHTS),
	basis,
	source: z.string(),
})
export type ObligationRule = z.infer<typeof ObligationRule>

/** The numbers of a plan's life: lengths, checkpoints and deadlines. Kept apart from those that reports freeze. */
export const CycleRules = z.strictObject({
	/** Lengths that OGP provides for, in months; empty: as the member chooses. */
	planMonths: figures,
	/** Months by which a plan may be longer or shorter without a warning. */
	planMonthsTolerance: figure,
	/** Months from the start of a plan of four years to its refresh. */
	refreshMonths: figure,
	/** Months before and after that day in which the refresh may take place. */
	refreshWindowMonths: figure,
	/** Months that a local plan should leave before the end of the administration. */
	administrationMarginMonths: figure,
	/** Commitments above which the site warns strongly. */
	commitmentsWarnStronglyAbove: figure,
	/** Days a consultation on the text of a plan is open at least. */
	consultationDays: figure,
	/** Scheme that is proposed for a new plan. */
	checkpointScheme: z.strictObject({ value: z.enum(CHECKPOINT_SCHEMES), basis, source: z.string() }),
	/** Days after which a checkpoint that was due is locked. */
	checkpointLockDays: figure,
	/** Days before a deadline on which a reminder goes out. */
	reminderDays: figures,
	/** Days between letters to the superior once a deadline has passed. */
	reminderEveryDays: figure,
	obligations: z.array(ObligationRule),
})
export type CycleRules = z.infer<typeof CycleRules>
