import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { ASSESSMENT_KINDS } from '#app/domain/self-assessment/rules.ts'

const day = z.string().refine(isCalendarDay)

/** A self-assessment that a plan owes, has, or both, as reports freeze it. Days are days in the member's time zone. */
export const OwedAssessment = z.strictObject({
	kind: z.enum(ASSESSMENT_KINDS),
	/** Last day; null where none is asked for, or it was waived. */
	dueOn: day.nullable(),
	/** When its final version was first published; null while there is none. */
	finalOn: day.nullable(),
	/** The comment window that the final version names. */
	commentOpensOn: day.nullable(),
	commentClosesOn: day.nullable(),
})
export type OwedAssessment = z.infer<typeof OwedAssessment>

/** Reports of others that a plan's rule set asks for: of the Monitoring Body for a local plan, else of the IRM. */
export const INDEPENDENT_REPORTS = [
	'INCEPTION',
	'END_OF_COMMITMENT',
	'END_OF_PLAN',
	'IRM_APR',
	'IRM_RESULTS',
] as const

/** One of them with its last day, as reports freeze it. Days are days in the member's time zone. */
export const OwedReport = z.strictObject({
	code: z.enum(INDEPENDENT_REPORTS),
	/** Of the assessment of one commitment: which. */
	commitmentId: z.string().nullable(),
	dueOn: day,
	/** When it was first published; null while it is not. */
	publishedOn: day.nullable(),
})
export type OwedReport = z.infer<typeof OwedReport>
