import { addDays, addMonths, dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Checkpoint } from '#prisma/generated/client.ts'

/** Days of the demonstration, worked out from today: it always has a past, a present and a future. */
export type DemonstrationCalendar = {
	readonly today: CalendarDay
	readonly startsOn: CalendarDay
	readonly endsOn: CalendarDay
	readonly submittedOn: CalendarDay
	readonly checkpoints: readonly Checkpoint[]
	/** Checkpoints counted from the one that is open today (0): -1 is the last one that is over. */
	readonly checkpoint: (fromNow: number) => Checkpoint
}

/** A day of the story: so many days after a checkpoint was due, or so many before today. */
export type StoryDay = { readonly fromNow: number; readonly afterDue: number } | { readonly daysAgo: number }

const MONTHS_BETWEEN_CHECKPOINTS = 3
const MONTHS_OF_THE_PLAN = 36
const DAYS_UNTIL_LOCKED = 30

/** A plan of three years that began on 1 January of last year, with a checkpoint for every quarter: B03 to B36. */
export function demonstrationCalendar(
	planId: string,
	{ now, timeZone }: { now: Date; timeZone: string },
): DemonstrationCalendar {
	const today = dayIn(timeZone, now)
	const startsOn = `${Number(today.slice(0, 4)) - 1}-01-01`
	const checkpoints = Array.from({ length: MONTHS_OF_THE_PLAN / MONTHS_BETWEEN_CHECKPOINTS }, (_, at) =>
		checkpointOf(planId, startsOn, at),
	)
	const present = checkpoints.findIndex(({ opensOn, dueOn }) => opensOn <= today && today <= dueOn)
	return {
		today,
		startsOn,
		endsOn: addDays(addMonths(startsOn, MONTHS_OF_THE_PLAN), -1),
		submittedOn: addDays(startsOn, -16),
		checkpoints,
		checkpoint: (fromNow) => {
			const found = checkpoints[present + fromNow]
			if (!found) throw new Error(`the demonstration has no checkpoint ${fromNow} from now`)
			return found
		},
	}
}

/** The calendar day of a day of the story. */
export function storyDay(day: StoryDay, calendar: DemonstrationCalendar): CalendarDay {
	if ('daysAgo' in day) return addDays(calendar.today, -day.daysAgo)
	return addDays(calendar.checkpoint(day.fromNow).dueOn, day.afterDue)
}

function checkpointOf(planId: string, startsOn: CalendarDay, at: number): Checkpoint {
	const months = MONTHS_BETWEEN_CHECKPOINTS * (at + 1)
	const code = `B${String(months).padStart(2, '0')}`
	const dueOn = addDays(addMonths(startsOn, months), -1)
	return {
		id: `${planId}-${code.toLowerCase()}`,
		actionPlanId: planId,
		code,
		opensOn: addMonths(startsOn, months - MONTHS_BETWEEN_CHECKPOINTS),
		dueOn,
		lockedOn: addDays(dueOn, DAYS_UNTIL_LOCKED),
		reopenedUntilOn: null,
	}
}
