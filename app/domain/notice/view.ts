import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** Somebody a letter goes to. */
export type Reader = {
	readonly personId: string
	readonly email: string
	readonly locale: string
	/** In the addresses of letters; whoever has it may end them. */
	readonly token: string
}

/** One thing a letter is about. Only what is public anyway: titles and days. */
export type LetterItem = {
	/** Name of the letter on this item; written down before it goes out. */
	readonly key: string
	readonly about:
		| {
				readonly kind: 'OBLIGATION'
				readonly code: string
				readonly subject: string
				readonly subjectTitle: Bilingual | null
		  }
		| { readonly kind: 'REPORT'; readonly milestone: Bilingual; readonly checkpointCode: string }
		| { readonly kind: 'REPLY'; readonly subject: Bilingual }
	readonly planTitle: Bilingual
	readonly dueOn: CalendarDay
}

/** A letter that is due: before deadlines to those who owe, after them to their superior. */
export type DueLetter = {
	readonly kind: 'BEFORE' | 'OVERDUE'
	readonly reader: Reader
	/** The day under which it is written down (UTC). */
	readonly sentOn: CalendarDay
	readonly items: readonly LetterItem[]
}

/** What was published about one thing in a week, newest first. */
export type DigestEntry = {
	/** Where it is read: a commitment, a plan, the consultation on a plan that is none yet, or a record of its own. */
	readonly subject: 'COMMITMENT' | 'PLAN' | 'CONSULTATION' | 'RECORD'
	readonly id: string
	readonly title: Bilingual
	readonly acts: readonly DigestAct[]
}

/** What was published, without what it says in words: texts, reasons and evidence are read on the site. */
export type DigestAct = {
	readonly on: CalendarDay
	readonly at: Date
	readonly organization: Bilingual
} & (
	| { readonly kind: 'CLAIM' | 'VERIFICATION' | 'LEVEL'; readonly level: string | null }
	| { readonly kind: 'AMENDMENT'; readonly effectiveOn: CalendarDay }
	| { readonly kind: 'STAGE'; readonly stage: string }
	| { readonly kind: 'ASSESSMENT'; readonly assessmentKind: string; readonly stage: string }
	| { readonly kind: 'APPLICATION'; readonly state: string }
	| { readonly kind: 'RULES'; readonly track: string; readonly validFrom: CalendarDay }
)

/** A weekly digest that is due. */
export type DueDigest = {
	readonly key: string
	readonly reader: Reader
	readonly fromOn: CalendarDay
	readonly untilOn: CalendarDay
	readonly entries: readonly DigestEntry[]
}

/** What a person has chosen. */
export type ChoiceView = {
	readonly hasReminders: boolean
	readonly hasDigest: boolean
	readonly superiorId: string | null
	/** People of the same organization who can be named. */
	readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}
