import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** How the second step of a person stands. */
export type OwnStep = {
	/** Null: there is none. */
	readonly since: CalendarDay | null
	/** Whether the person's roles ask for one. */
	readonly isOwed: boolean
	readonly spareCodesLeft: number
	/** Whether somebody could vouch for this person. */
	readonly colleagues: number
}

/** What is shown while somebody sets codes up: to be read with a telephone, or typed. */
export type NewStep = { readonly address: string; readonly secret: string }

/** Codes on paper, shown once. */
export type PaperCodes = { readonly spare: readonly string[]; readonly emergency: string }

/** A colleague, as those see them who may vouch for them. */
export type Colleague = {
	readonly personId: string
	readonly name: string
	readonly organizationName: Bilingual
	readonly isLocked: boolean
	/** Whether the reader vouched already, and how many did. */
	readonly isVouchedByMe: boolean
	readonly vouches: number
}
