import type { CalendarDay } from '#app/domain/calendar.ts'

/** What a verifier decides about a finding of their own. Source: our own; shown as such in the interface. */
export const DECISIONS = ['MAINTAINED', 'CHANGED', 'WITHDRAWN'] as const
export type Decision = (typeof DECISIONS)[number]

/** Longest reason in one language. Unit: Unicode code points. Source: our own. */
export const REASON_MAX_CHARACTERS = 4000

type Facts = {
	/** Null where the finding is not adverse. */
	readonly dueOn: CalendarDay | null
	readonly hasReply: boolean
	readonly today: CalendarDay
}

/**
 * Why a finding cannot be maintained or withdrawn yet. Its author may withdraw it at any time; to maintain it, they wait
 * for the reply or for the end of the clock.
 *
 * Source  our own; shown as such in the interface.
 */
export function reasonNotToDecide(
	decision: Exclude<Decision, 'CHANGED'>,
	{ dueOn, hasReply, today }: Facts,
): 'finding_not_adverse' | 'reply_window_open' | null {
	if (decision === 'WITHDRAWN' || hasReply) return null
	if (dueOn === null) return 'finding_not_adverse'
	return today > dueOn ? null : 'reply_window_open'
}
