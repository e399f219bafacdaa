import type { RelatedRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ENDED_STANDINGS } from '#app/domain/published-text/rules.ts'

/** A commitment that a figure leaves out on some day, since when, and what the plan's record says of why. */
export type LeftOutCommitment = {
	readonly commitmentId: string
	readonly number: string | null
	readonly title: Bilingual
	readonly standing: (typeof ENDED_STANDINGS)[number]
	readonly sinceOn: CalendarDay
	/** The amendment that ended it, with its reason; null where none is kept here. */
	readonly amendment: { readonly recordId: string; readonly reason: Bilingual } | null
	/** What it goes on as; empty for one that was withdrawn. */
	readonly successors: readonly RelatedRecord[]
}
