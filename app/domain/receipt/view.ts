import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ActKind } from '#app/ledger/leaf.ts'

/** Where the next version of an act is written, for those who may write it. */
export type Successor =
	| { readonly kind: 'report'; readonly milestoneId: string; readonly checkpointCode: string }
	| {
			readonly kind: 'finding'
			readonly commitmentId: string
			/** Null where the commitment as a whole was judged. */
			readonly milestoneId: string | null
			readonly checkpointCode: string | null
			readonly claimRecordId: string | null
	  }

/** What an organization holds in hand after it published an act: where it stands in the log, and its seal. */
export type ReceiptView = {
	readonly recordId: string
	readonly version: number
	readonly kind: ActKind
	readonly organization: Bilingual
	/** UTC day of the act. */
	readonly day: CalendarDay
	/** Place in the log, from 0. */
	readonly position: number
	/** SHA-256 of salt and content, lowercase hex. */
	readonly contentHash: string
	readonly successor: Successor | null
	/** Whether the reader wrote it and may sign it with a key of their own. */
	readonly isToSign: boolean
	/** The member whose plan the act is about; null for what is about an organization of no member. */
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean } | null
}
