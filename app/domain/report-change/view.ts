import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'

/** Judges whose levels of a commitment are compared between reports. */
export const REPORT_JUDGES = ['claimed', 'verified', 'assessed', 'coded'] as const
export type ReportJudge = (typeof REPORT_JUDGES)[number]

/** A figure in the earlier report and in this one. */
export type Movement = { readonly before: number; readonly now: number }

/** What became different since an earlier report of the same plan. */
export type ReportChanges = {
	/** The earlier report: its record, its day and the name of its snapshot. */
	readonly recordId: string
	readonly asOfOn: CalendarDay
	readonly snapshotHash: string
	readonly expectations: readonly {
		readonly code: ExpectationCode
		readonly from: ExpectationLevel
		readonly to: ExpectationLevel
	}[]
	/** In the order of the plan. Null: the judge gives no step of the scale. */
	readonly levels: readonly {
		readonly commitmentId: string
		readonly judge: ReportJudge
		readonly from: CompletionLevel | null
		readonly to: CompletionLevel | null
	}[]
	/** Commitments that are new here, and those that ended in between. */
	readonly added: readonly string[]
	readonly ended: readonly string[]
	/** Acts that the earlier report did not have; a new version counts as one. */
	readonly acts: {
		readonly claims: number
		readonly findings: number
		readonly replies: number
		readonly amendments: number
	}
	/** Milestones past their last day. */
	readonly overdue: Movement
	/** Commitments with an independent finding. */
	readonly covered: Movement
}
