import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import type { MemberView } from '#app/domain/member/view.ts'

/** A plan or a commitment that an act can be about. */
export type DeskChoice = { readonly id: string; readonly title: Bilingual }

/** The desk of a member: what its own people write beyond its plans. */
export type DeskView = {
	readonly member: MemberView
	/** In the member's time zone. */
	readonly today: CalendarDay
	readonly plans: readonly DeskChoice[]
	readonly commitments: readonly DeskChoice[]
	/** By their names in the language of the acts, as which they are stored. */
	readonly policyAreas: readonly DeskChoice[]
}

/** An act that is corrected: what it says now, and in which version. */
export type Corrected = {
	readonly recordId: string
	readonly version: number
	readonly kind: DeskKind
	readonly said: Readonly<Record<string, unknown>>
	readonly isRetracted: boolean
	/** The files that were put forward with it. */
	readonly pieces: readonly DraftPiece[]
}

/** An act in the list of a desk. */
export type ListedAct = {
	readonly recordId: string
	readonly kind: DeskKind
	readonly name: Bilingual
	readonly onDay: CalendarDay
	readonly isRetracted: boolean
}
