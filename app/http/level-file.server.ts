import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { LevelFileQuery, LevelListQuery, standingDay } from '#app/domain/standing/schema.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { apiListQuery, apiQuery, badQuery } from './api-answer.server.ts'
import type { Visit } from './guard.server.ts'

/** The day and the language that a table file of levels is asked in. Throws a 400 answer in words. */
export function levelFileQuery(visit: Visit): { readonly on: CalendarDay; readonly say: Say } {
	const { on, lang } = apiQuery(visit, LevelFileQuery)
	return { on: dayAsked(visit, on), say: sayIn(lang !== undefined && isLocale(lang) ? lang : 'en') }
}

/** The day, and after which member the list goes on. Throws a 400 answer in words. */
export function levelListQuery(visit: Visit): {
	readonly on: CalendarDay
	readonly after: string | undefined
	readonly limit: number
} {
	const { query, limit } = apiListQuery(visit, LevelListQuery)
	return { on: dayAsked(visit, query.on), after: query.after, limit }
}

function dayAsked(visit: Visit, on: string | undefined): CalendarDay {
	const today = utcDay(visit.ctx.now)
	if (on === undefined) return today
	const day = standingDay(today).safeParse(on)
	if (!day.success) throw badQuery(visit, ['on'])
	return day.data
}
