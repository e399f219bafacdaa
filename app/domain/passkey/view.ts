import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { KeyState } from './rules.ts'

/** A key as its owner and the colleagues see it. */
export type KeyView = {
	/** The record of the act by which it was added. */
	readonly recordId: string
	readonly nickname: string
	readonly organization: { readonly id: string; readonly name: Bilingual }
	/** Whose key it is. */
	readonly owner: string
	readonly addedOn: CalendarDay
	readonly state: KeyState
	/** Not the person's first key in this organization. */
	readonly isReset: boolean
	/** Short mark of the public key, the same for everyone: people compare it by voice. */
	readonly mark: string
}

/** The keys that somebody of a civil-society organization sees. */
export type KeyDesk = {
	readonly own: readonly KeyView[]
	/** Of colleagues, waiting for a second person. */
	readonly waiting: readonly KeyView[]
	/** For which a key can be added. */
	readonly organizations: readonly { readonly id: string; readonly name: Bilingual }[]
}
