import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { Outcome } from '#app/domain/verification/rules.ts'
import type { Decision } from '#app/domain/verifier-decision/rules.ts'

/** How far a finding, the institution's reply and the verifier's decision have come. Source: our own. */
export const THREAD_STATES = [
	'NOT_ADVERSE',
	'AWAITING_REPLY',
	'SILENT',
	'REPLIED',
	'MAINTAINED',
	'CHANGED',
	'WITHDRAWN',
] as const
export type ThreadState = (typeof THREAD_STATES)[number]

/**
 * Whether a finding says less than government did: then its institution is told, and a clock runs.
 *
 * Source  our own; shown as such in the interface.
 */
export function isAdverse(
	finding: { readonly level: CompletionLevel | null; readonly outcome: Outcome },
	claimed: CompletionLevel | null,
): boolean {
	if (finding.outcome === 'NOT_CONFIRMED' || finding.outcome === 'PARTLY_CONFIRMED') return true
	if (finding.level === null || claimed === null) return false
	return COMPLETION_LEVELS.indexOf(finding.level) < COMPLETION_LEVELS.indexOf(claimed)
}

/** The last day on which a reply is in time. Unit: calendar days, the day of the finding not counted. */
export function replyDueOn(publishedOn: CalendarDay, replyDays: number): CalendarDay {
	return addDays(publishedOn, replyDays)
}

/** Where a thread stands on a day; silence after the clock is a state of its own. */
export function threadState(
	thread: {
		/** Null where the finding is not adverse. */
		readonly dueOn: CalendarDay | null
		readonly replies: readonly unknown[]
		/** Newest first. */
		readonly decisions: readonly { readonly decision: Decision }[]
	},
	today: CalendarDay,
): ThreadState {
	const [decided] = thread.decisions
	if (decided) return decided.decision
	if (thread.replies.length > 0) return 'REPLIED'
	if (thread.dueOn === null) return 'NOT_ADVERSE'
	return today > thread.dueOn ? 'SILENT' : 'AWAITING_REPLY'
}

/**
 * How far the thread of a version had come on the day on which the next version took its place.
 *
 * Returns  null where its clock still ran, and nobody had replied or decided: then the clock of the next one counts.
 */
export function stateWhenReplaced(
	thread: Parameters<typeof threadState>[0],
	replacedOn: CalendarDay,
): ThreadState | null {
	const state = threadState(thread, replacedOn)
	return state === 'AWAITING_REPLY' ? null : state
}
