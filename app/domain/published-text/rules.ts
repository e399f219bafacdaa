import { addDays, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import { scheduleOf } from '#app/domain/milestone/rules.ts'
import type { Dated, Schedule } from '#app/domain/milestone/rules.ts'

/** What became of a text after it was first published. */
export const STANDINGS = ['MODIFIED', 'MERGED', 'SPLIT', 'MOVED', 'WITHDRAWN', 'CARRIED_OVER'] as const
export type Standing = (typeof STANDINGS)[number]

/** Standings of records that do not go on under their own address. */
export const ENDED_STANDINGS = ['MERGED', 'SPLIT', 'MOVED', 'WITHDRAWN'] as const

const ENDS: readonly (string | null | undefined)[] = ['MERGED', 'SPLIT', 'MOVED', 'WITHDRAWN']

/** Standings of commitments that go on as others: these are counted in their place. */
export const GOES_ON_ELSEWHERE = ['MERGED', 'SPLIT', 'MOVED'] as const

/** Whether a record with this standing does not go on under its own address. */
export function hasEnded(standing: string | null | undefined): boolean {
	return ENDS.includes(standing)
}

type Standed = { readonly standing?: string }

/** Whether a record with this standing goes on as others, which are counted in its place. */
export function goesOnElsewhere(standing: string | null | undefined): boolean {
	return GOES_ON_ELSEWHERE.some((one) => one === standing)
}

/** The commitments that figures count: those that go on as others are counted as these, withdrawn ones stay promises. */
export function countedCommitments<One extends Standed>(commitments: readonly One[]): readonly One[] {
	return commitments.filter(({ standing }) => !goesOnElsewhere(standing))
}

/** The milestones that a commitment is judged by: those that go on; where it has ended itself, all. */
export function countedMilestones<One extends Standed>(
	commitment: Standed & { readonly milestones: readonly One[] },
): readonly One[] {
	if (hasEnded(commitment.standing)) return commitment.milestones
	return commitment.milestones.filter(({ standing }) => !hasEnded(standing))
}

/** Days before an end within which a later end is given late. Source: our own; shown as such in the interface. */
export const LATE_REDATING_DAYS = 30

export type LateRedating = 'AFTER_END' | 'SHORTLY_BEFORE_END'

/**
 * Whether an end was moved back when it had passed already, or shortly before it. The day that counts is that on which
 * the amendment was published, not the one from which it says it holds.
 *
 * Returns  null where the end stays, comes earlier, or was given in time.
 * Source   our own; shown as such in the interface.
 */
export function lateRedating(
	before: PartialDay | null,
	after: PartialDay | null,
	publishedOn: CalendarDay,
): LateRedating | null {
	if (before === null || before === after) return null
	const end = lastDayOf(before)
	if (after !== null && lastDayOf(after) <= end) return null
	if (end < publishedOn) return 'AFTER_END'
	return end <= addDays(publishedOn, LATE_REDATING_DAYS) ? 'SHORTLY_BEFORE_END' : null
}

type InLog = { readonly origin: { readonly ledgerIndex: number; readonly publishedOn: CalendarDay } }

/**
 * The text that was in force when an act was published: the newest one that stands before it in the log.
 *
 * Returns  null where none does.
 */
export function textAt<Text extends InLog>(texts: readonly Text[], ledgerIndex: number): Text | null {
	const before = texts.filter((text) => text.origin.ledgerIndex < ledgerIndex)
	return before.reduce<Text | null>(
		(last, text) => (last === null || last.origin.ledgerIndex < text.origin.ledgerIndex ? text : last),
		null,
	)
}

/** Each version of a text that moved its end late, oldest first. */
export function lateRedatings<Text extends InLog & Pick<Dated, 'endsOn'>>(
	texts: readonly Text[],
): readonly { readonly before: Text; readonly after: Text; readonly late: LateRedating }[] {
	return texts.slice(1).flatMap((after, at) => {
		const before = texts[at]
		if (!before) return []
		const late = lateRedating(before.endsOn, after.endsOn, after.origin.publishedOn)
		return late === null ? [] : [{ before, after, late }]
	})
}

export type BothSchedules = {
	/** Against the dates first promised. */
	readonly baseline: Schedule
	/** Against the dates in force; null where the milestone does not go on. */
	readonly current: Schedule | null
}

/**
 * Where a milestone stands to the dates first promised, and to those in force.
 *
 * Source  our own; shown as such in the interface.
 */
export function bothSchedules(
	{
		baseline,
		current,
	}: { readonly baseline: Dated; readonly current: Dated & { readonly standing?: string } },
	claimed: ClaimedLevel | null,
	today: CalendarDay,
): BothSchedules {
	return {
		baseline: scheduleOf(baseline, claimed, today),
		current: hasEnded(current.standing) ? null : scheduleOf(current, claimed, today),
	}
}
