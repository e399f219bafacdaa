import { createContext } from 'react'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** The day on which the page was made, in UTC, and how many acts the log had signed by then. */
export type Printed = {
	readonly on: CalendarDay
	readonly signedActs: number
	/** Where the page stands. */
	readonly address: string
}

/** What a sheet of paper says of when it was made; null where that is not known, as on error pages. */
export const PrintedContext = createContext<Printed | null>(null)
