import { isCalendarDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { LETTER_KINDS } from '#app/domain/notice/rules.ts'
import type { LetterKind } from '#app/domain/notice/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'

/** The token of a letter from a URL part; anything that cannot be one is not found. */
export function tokenFrom(part: string | undefined): string {
	if (part === undefined || !/^[0-9a-f]{32}$/.test(part)) throw new Refusal('not_found')
	return part
}

/** A kind of letters from a URL part; any other is not found. */
export function letterKindFrom(part: string | undefined): LetterKind {
	const kind = LETTER_KINDS.find((known) => known === part)
	if (!kind) throw new Refusal('not_found')
	return kind
}

/** A calendar day from a URL part; anything else is not found. */
export function dayFrom(part: string | undefined): CalendarDay {
	if (part === undefined || !isCalendarDay(part)) throw new Refusal('not_found')
	return part
}
