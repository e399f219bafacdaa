import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** What a report is about. */
export type ReportName = {
	readonly milestoneTitle: Bilingual
	readonly commitmentTitle: Bilingual
	readonly checkpointCode: string
}

/** A report that a lead may approve beside others: what it claims, on how much evidence, and who sent it. */
export type OfferedReport = ReportName & {
	readonly draftId: string
	readonly version: number
	readonly isNil: boolean
	/** Null for a nil report. */
	readonly level: ClaimedLevel | null
	readonly done: Bilingual
	readonly evidenceCount: number
	readonly submittedBy: string
	readonly submittedOn: CalendarDay
	readonly dueOn: CalendarDay
}

/** The reports that are offered, the oldest deadline first, out of all that the actor may approve. */
export type Offer = {
	readonly offered: readonly OfferedReport[]
	readonly waiting: number
	/** Reports that the actor sent, which somebody else has to approve. */
	readonly ownReports: number
}

/** What became of a report that was chosen: published as an act of the same id, or refused. */
export type Outcome = { readonly id: string; readonly reason: RefusalReason | null }

/** The same with what it is about; null where the actor may not know it. */
export type NamedOutcome = Outcome & { readonly name: ReportName | null }
