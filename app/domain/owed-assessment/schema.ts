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
