import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** Something that was published in the name of an organization of civil society, or that changes who acts for it. */
export type AccountNews = {
	/** The name of the letter about it: no two letters to one person have the same. */
	readonly key: string
	readonly recordId: string
	readonly version: number
	readonly on: CalendarDay
	/** Null for a finding, of which the letter says nothing but that there is one. */
	readonly change: {
		readonly event: string
		readonly role: string | null
		readonly personNumber: number | null
	} | null
}

/** A letter to one person about one of their organizations. */
export type AccountLetter = {
	readonly reader: { readonly personId: string; readonly email: string; readonly locale: string }
	readonly organization: { readonly id: string; readonly name: Bilingual }
	readonly news: readonly AccountNews[]
}

/** The name of a letter about one version of a record. */
export function newsKey({
	recordId,
	version,
}: {
	readonly recordId: string
	readonly version: number
}): string {
	return `account.${recordId}.${String(version)}`
}
