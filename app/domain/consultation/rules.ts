import type { CalendarDay } from '#app/domain/calendar.ts'

/** How people give their input. Source: our own, after OGP's minimum requirement 3.3. */
export const INPUT_CHANNELS = ['FORM', 'MEETING', 'SURVEY', 'LETTER', 'PAPER', 'OTHER'] as const

/** What became of a contribution. Source: our own, after OGP's reasoned response (minimum requirement 4.1). */
export const ANSWER_OUTCOMES = ['ACCEPTED', 'MERGED', 'PARTLY', 'NOT_ACCEPTED', 'OUT_OF_SCOPE'] as const
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number]

/** Longest contribution to a consultation. Unit: Unicode code points. Source: our own. */
export const CONTRIBUTION_MAX_CHARACTERS = 5000

/** Shortest contribution. Unit: Unicode code points. Source: our own. */
export const CONTRIBUTION_MIN_CHARACTERS = 10

/** Contributions and consultations shown at once. Source: our own. */
export const SHOWN_AT_ONCE = 20

/** How a consultation stands on a day. */
export const WINDOW_STATES = ['AHEAD', 'OPEN', 'CLOSED'] as const
export type WindowState = (typeof WINDOW_STATES)[number]

type Window = { readonly opensOn: CalendarDay; readonly closesOn: CalendarDay }

/** How a consultation stands on a day of the member; its first and its last day are open. */
export function windowState({ opensOn, closesOn }: Window, today: CalendarDay): WindowState {
	if (today < opensOn) return 'AHEAD'
	return today > closesOn ? 'CLOSED' : 'OPEN'
}

type Taking = Window & { readonly takesForms: boolean; readonly isRetracted: boolean }

/**
 * Why a consultation takes no contributions by form on a day of the member.
 *
 * Returns  null where it takes them.
 */
export function reasonNotToContribute(
	consultation: Taking,
	today: CalendarDay,
): 'consultation_ahead' | 'consultation_closed' | 'consultation_elsewhere' | null {
	const state = windowState(consultation, today)
	if (consultation.isRetracted || state === 'CLOSED') return 'consultation_closed'
	if (!consultation.takesForms) return 'consultation_elsewhere'
	return state === 'AHEAD' ? 'consultation_ahead' : null
}
