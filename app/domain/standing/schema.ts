import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** What an address of levels may ask: a day, read apart so that a wrong one gets its sentence beside what was typed. */
export const StandingQuery = z.strictObject({ on: z.string().optional() })

/** The first day for which levels can be asked. Source: OGP was founded in 2011. */
const FIRST_DAY = '2011-01-01'

/** A day for which levels can be worked out: today, or one before it. */
export function standingDay(today: CalendarDay) {
	return typedDay()
		.refine((day) => day <= today, { error: 'expectations.on.future' })
		.refine((day) => day >= FIRST_DAY, { error: 'expectations.on.early' })
}
