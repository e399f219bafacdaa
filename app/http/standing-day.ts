import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { StandingQuery, standingDay } from '#app/domain/standing/schema.ts'
import type { Visit } from './guard.server.ts'
import { readQuery } from './read-query.ts'

/** The day that an address asks for: today where it asks for none or for one that cannot be. */
export type StandingDay = {
	readonly on: CalendarDay
	readonly today: CalendarDay
	/** The day as it was typed; null where none was. */
	readonly typed: string | null
	/** The key of what is wrong with it. */
	readonly fault: string | null
	readonly notUnderstood: readonly string[]
}

/** Reads the day for which levels are asked. */
export function standingDayOf({ url, ctx }: Pick<Visit, 'url' | 'ctx'>): StandingDay {
	const today = utcDay(ctx.now)
	const { value, notUnderstood } = readQuery(url, StandingQuery)
	if (value.on === undefined) return { on: today, today, typed: null, fault: null, notUnderstood }
	const read = standingDay(today).safeParse(value.on)
	if (read.success) return { on: read.data, today, typed: value.on, fault: null, notUnderstood }
	const fault = read.error.issues[0]?.message ?? 'day.unreadable'
	return { on: today, today, typed: value.on, fault, notUnderstood }
}
