import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** A new finding that asks an institution for a reply; what it says is read on the site, never in a letter. */
export type FindingNews = {
	/** Name of the letter about it; written down before it goes out. */
	readonly key: string
	readonly recordId: string
	readonly subject: Bilingual
	readonly planTitle: Bilingual
	readonly dueOn: CalendarDay
}

/** The letter to one person about all findings that are new to them. */
export type FindingLetter = {
	readonly personId: string
	readonly email: string
	readonly locale: string
	readonly news: readonly FindingNews[]
}
