import type { CalendarDay } from '#app/domain/calendar.ts'

/** What of the site can be cited. */
export const CITED = ['PLAN', 'COMMITMENT', 'RECORD', 'EVIDENCE', 'REPORT', 'STANDING'] as const

/** All that is needed to cite a page so that the same words can be found again, in the language of the page. */
export type Citation = {
	readonly of: (typeof CITED)[number]
	readonly title: string
	/** Who published it; null where nobody is named. */
	readonly by: string | null
	/** The day of what is cited; null where nothing was published yet. */
	readonly on: CalendarDay | null
	/** Which version of the text; null where it has none. */
	readonly version: number | null
	/** Number of the record, plan, commitment or piece of evidence. */
	readonly id: string
	/** The lasting address: of that version, where there are versions. */
	readonly href: string
	/** What the log held, and the hash over it; null while the log signs nothing. */
	readonly checkpoint: { readonly size: number; readonly root: string } | null
}

/** Hexadecimal digits of the root that a citation says: enough to tell two logs apart, few enough to be typed. */
export const ROOT_DIGITS = 16
