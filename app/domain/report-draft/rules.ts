import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/**
 * For how many days a draft can be shared, and what the form begins with.
 *
 * Unit    days after the day of opening.
 * Source  [D] our own: OGP gives two weeks for comment on a self-assessment, and none for a report of a site.
 */
export const ROUND_DAYS = { least: 7, most: 30, usual: 14 } as const

/** When a draft was shared, and whether a report took it up. */
export type RoundTimes = {
	/** The last day for dissent, in the member's time zone. */
	readonly closesOn: CalendarDay
	/** The day of the first report that took it up; null while none did. */
	readonly takenOn: CalendarDay | null
}

/** First and last day of a round that is opened on a day. Days count in full. */
export function roundWindow(today: CalendarDay, days: number) {
	return { opensOn: today, closesOn: addDays(today, days) }
}

/** Whether dissent is still taken; on the last day it is. */
export function isOpen({ closesOn }: Pick<RoundTimes, 'closesOn'>, today: CalendarDay): boolean {
	return today <= closesOn
}

/** Why nobody can dissent from a draft on a day, in the member's time zone. */
export function reasonNotToDissent(
	round: Pick<RoundTimes, 'closesOn'>,
	today: CalendarDay,
): RefusalReason | null {
	return isOpen(round, today) ? null : 'draft_round_closed'
}

/** Why a report cannot be compiled on a day, of which these drafts were shared: those who were asked have their days. */
export function reasonNotToCompile(
	rounds: readonly Pick<RoundTimes, 'closesOn'>[],
	today: CalendarDay,
): RefusalReason | null {
	return rounds.some((round) => isOpen(round, today)) ? 'draft_round_open' : null
}

/**
 * The rounds that a report of a day takes along: every one that no report took up, and those that one of the same day
 * did. So no order of compiling leaves a dissent out.
 */
export function roundsOf<Round extends RoundTimes>(
	rounds: readonly Round[],
	day: CalendarDay,
): readonly Round[] {
	return rounds.filter((round) => !isOpen(round, day) && (round.takenOn === null || round.takenOn === day))
}

/** The newest round that a report of an earlier day took up; null where there was none. */
export function roundBefore<Round extends RoundTimes>(
	rounds: readonly Round[],
	day: CalendarDay,
): Round | null {
	const taken = rounds.filter(({ takenOn }) => takenOn !== null && takenOn < day)
	return [...taken].sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1)).at(-1) ?? null
}
