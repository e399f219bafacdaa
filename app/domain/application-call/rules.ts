import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** Letters of support that calls ask for. Source: OGP Local, calls of 2020 and 2022 to 2024; codes ours. */
export const LETTER_KINDS = ['HEAD_OF_GOVERNMENT', 'NON_GOVERNMENT'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** The steps by which a call wants its letters. */
export const LETTER_STEPS = ['SUBMITTED', 'FULL_APPLICATION'] as const
export type LetterStep = (typeof LETTER_STEPS)[number]

/** How a call stands on a day. */
export const CALL_STANDINGS = ['AHEAD', 'OPEN', 'CLOSED'] as const
export type CallStanding = (typeof CALL_STANDINGS)[number]

type CallDays = {
	readonly opensOn: CalendarDay | null
	readonly closesOn: CalendarDay | null
	readonly extendedTo: CalendarDay | null
	readonly timeZone: string | null
	readonly fullApplicationUntil: CalendarDay | null
}

/** An instant, and the time zone that counts where the call names none. */
export type Moment = { readonly now: Date; readonly timeZone: string }

/** The last day of a call, as extended; null where no source gives one. */
export function lastDayOf({ closesOn, extendedTo }: Pick<CallDays, 'closesOn' | 'extendedTo'>) {
	return extendedTo ?? closesOn
}

/** The day that counts for a call: in its own time zone or, where it names none, in that of the member. */
export function dayOf(call: Pick<CallDays, 'timeZone'>, { now, timeZone }: Moment): CalendarDay {
	return dayIn(call.timeZone ?? timeZone, now)
}

/** How a call stands: on its last day it is still open; one whose last day nobody gives does not close. */
export function callStanding(call: CallDays, moment: Moment): CallStanding {
	const today = dayOf(call, moment)
	if (call.opensOn !== null && today < call.opensOn) return 'AHEAD'
	const lastDay = lastDayOf(call)
	return lastDay !== null && lastDay < today ? 'CLOSED' : 'OPEN'
}

/** Whether the last day of the second step of a call is over. */
export function isFullApplicationOver(call: CallDays, moment: Moment): boolean {
	return call.fullApplicationUntil !== null && call.fullApplicationUntil < dayOf(call, moment)
}
