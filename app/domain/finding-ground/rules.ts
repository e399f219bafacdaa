import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** What is judged, as far as it decides whether it may be judged today. */
export type Judged = {
	/** Of the commitment and, where a milestone is judged, of that. */
	readonly standings: readonly (string | null)[]
	/** Null where no checkpoint is chosen. */
	readonly checkpoint: { readonly opensOn: CalendarDay; readonly dueOn: CalendarDay } | null
	readonly hasClaim: boolean
	/** Whether the commitment as a whole is judged, which needs no claim. */
	readonly isWhole: boolean
	/** Last day of the milestone as its text has it; null where that says none. */
	readonly endsOn: PartialDay | null
}

/**
 * Why a commitment or milestone cannot be judged on a day: it does not go on, its checkpoint lies ahead, or government
 * still has time to report. Silence can be judged from the day after it had to end.
 *
 * Returns  null where nothing stands against it.
 * Source   our own; shown as such in the interface.
 */
export function reasonNotToVerify(judged: Judged, today: CalendarDay): RefusalReason | null {
	const { standings, checkpoint, hasClaim, isWhole, endsOn } = judged
	if (standings.some(hasEnded)) return 'promise_ended'
	if (checkpoint !== null && today < checkpoint.opensOn) return 'checkpoint_not_open'
	if (hasClaim || isWhole) return null
	const until = checkpoint?.dueOn ?? (endsOn === null ? null : lastDayOf(endsOn))
	return until !== null && today <= until ? 'claim_not_due' : null
}
