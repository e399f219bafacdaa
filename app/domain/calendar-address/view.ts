import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { LetterItem } from '#app/domain/notice/view.ts'

/** One thing that is open, as a calendar shows it. Only what is public anyway: titles and days. */
export type Deadline = {
	/** Stays the same when its day moves. */
	readonly key: string
	readonly dueOn: CalendarDay
	readonly about: LetterItem['about']
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly isDemonstration: boolean
}
