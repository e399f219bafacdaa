import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { AssessmentPlace, NamedCommitment } from '#app/domain/local-assessment/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'

/** A line of the body's list of assessments. */
export type AssessmentTask = {
	readonly place: AssessmentPlace
	readonly commitment: NamedCommitment | null
	readonly dueOn: CalendarDay | null
	readonly count: { readonly done: number; readonly of: number }
	/** Whether something was written since the last publication, or ever. */
	readonly isBegun: boolean
	/** Days in the member's time zone; null where it was never published. */
	readonly published: {
		readonly recordId: string
		readonly version: number
		readonly firstOn: CalendarDay
	} | null
}

/** The assessments of one plan, as its body sees them. */
export type PlanTasks = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	readonly today: CalendarDay
	/** Whether this site keeps the plan's record; of others no last day is worked out. */
	readonly isKeptHere: boolean
	/** Whether the plan's rules ask for such assessments; national ones do not. */
	readonly isAsked: boolean
	/** The actor is also of the member's government, and so assesses nothing of it. */
	readonly isOfGovernment: boolean
	readonly tasks: readonly AssessmentTask[]
}
