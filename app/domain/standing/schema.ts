import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** What an address of levels may ask: a day, read apart so that a wrong one gets its sentence beside what was typed. */
export const StandingQuery = z.strictObject({ on: z.string().optional() })

/** What the address of a file of levels may ask: a day, and the language of its words. */
export const LevelFileQuery = StandingQuery.extend({ lang: z.enum(['en', 'id']).optional() })

/** What the list of all levels may ask: a day, and after which member it goes on. */
export const LevelListQuery = StandingQuery.extend({ after: z.string().optional() })

/** The first day for which levels can be asked. Source: OGP was founded in 2011. */
const FIRST_DAY = '2011-01-01'

/** A day for which levels can be worked out: today, or one before it. */
export function standingDay(today: CalendarDay) {
	return typedDay()
		.refine((day) => day <= today, { error: 'expectations.on.future' })
		.refine((day) => day >= FIRST_DAY, { error: 'expectations.on.early' })
}
