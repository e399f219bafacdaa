import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CheckpointScheme } from '#app/domain/cycle-rules/schema.ts'

/** A reporting period of a plan: when it opens, when reports are due, and the last day on which they are taken. */
export type CheckpointPlan = {
	readonly code: string
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly lockedOn: CalendarDay
}

/** Unit: months between two checkpoints. */
const STEP = { HALF_YEARLY: 6, QUARTERLY: 3 } as const

/**
 * The checkpoints of a plan: every half year (B06, B12 …) or quarter (B03, B06 …) from its first day, named by the
 * month they end, or the middle and the end alone (MID, END). Months are counted by the calendar and held back to the
 * end of a shorter one. The last one is due on the plan's last day: a rest of a month or more is a period of its own,
 * a shorter one belongs to the period before.
 *
 * Source  B03 … B24: habit of action-plan monitoring in Indonesia; MID and END: OGP's self-assessments. What happens
 *         with a rest is our own.
 */
export function checkpointsOf(
	plan: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
	scheme: CheckpointScheme,
	lockDays: number,
): readonly CheckpointPlan[] {
	const ends = scheme === 'OGP_MID_END' ? middleAndEnd(plan) : everyFew(plan, STEP[scheme])
	return ends.map(({ code, dueOn }, at) => {
		const before = ends[at - 1]
		return {
			code,
			opensOn: before ? addDays(before.dueOn, 1) : plan.startsOn,
			dueOn,
			lockedOn: addDays(dueOn, lockDays),
		}
	})
}

type Period = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay }
type End = { readonly code: string; readonly dueOn: CalendarDay }

function everyFew({ startsOn, endsOn }: Period, step: number): readonly End[] {
	const ends: End[] = []
	for (let months = step; lastDayAfter(startsOn, months) <= endsOn; months += step)
		ends.push({ code: codeOf(months), dueOn: lastDayAfter(startsOn, months) })
	const last = ends.at(-1)
	if (last?.dueOn === endsOn) return ends
	const done = last ? ends.length * step : 0
	const rest = monthsBegun(startsOn, endsOn) - done
	const isShort = last !== undefined && lastDayAfter(startsOn, done + 1) > endsOn
	if (isShort) return [...ends.slice(0, -1), { code: last.code, dueOn: endsOn }]
	return [...ends, { code: codeOf(done + rest), dueOn: endsOn }]
}

function middleAndEnd({ startsOn, endsOn }: Period): readonly End[] {
	const half = Math.floor(monthsBegun(startsOn, endsOn) / 2)
	const end = { code: 'END', dueOn: endsOn }
	return half === 0 ? [end] : [{ code: 'MID', dueOn: lastDayAfter(startsOn, half) }, end]
}

/** The months that a period touches: a month that has begun counts. */
function monthsBegun(startsOn: CalendarDay, endsOn: CalendarDay): number {
	let months = 1
	while (lastDayAfter(startsOn, months) < endsOn) months += 1
	return months
}

/** The last day of so many months from a day on. */
function lastDayAfter(startsOn: CalendarDay, months: number): CalendarDay {
	return addDays(addMonths(startsOn, months), -1)
}

function codeOf(months: number): string {
	return `B${String(months).padStart(2, '0')}`
}

/** How a checkpoint stands on a day. */
export const CHECKPOINT_STATES = ['AHEAD', 'OPEN', 'LATE', 'LOCKED', 'REOPENED'] as const
export type CheckpointState = (typeof CHECKPOINT_STATES)[number]

/** A checkpoint with its days, and the last day of its newest reopening. */
export type CheckpointDays = {
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly lockedOn: CalendarDay | null
	readonly reopenedUntilOn?: CalendarDay | null
}

/** The state of a checkpoint: open until it is due, then late, then locked; a reopening counts until its last day. */
export function checkpointState(checkpoint: CheckpointDays, today: CalendarDay): CheckpointState {
	const { opensOn, dueOn, lockedOn, reopenedUntilOn = null } = checkpoint
	if (today < opensOn) return 'AHEAD'
	if (today <= dueOn) return 'OPEN'
	if (lockedOn === null || today <= lockedOn) return 'LATE'
	return reopenedUntilOn !== null && today <= reopenedUntilOn ? 'REOPENED' : 'LOCKED'
}
