import { calendarSite } from '#app/components/calendar/addresses.ts'
import { listOwnDeadlines } from '#app/domain/calendar-address/queries.server.ts'
import { deadlineCalendar } from '#app/export/deadline-calendar.ts'
import { calendarAnswer } from '#app/http/calendar-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { tokenFrom } from '#app/http/letter-from.ts'
import { wordsIn } from '#reports/document/words.ts'

/** What the person behind a secret address has to do. Nobody keeps it, and an address that ended is like none. */
export const loader = guardedLoader('public', async ({ ctx, params, locale, load }) => {
	const words = wordsIn(locale)
	const deadlines = await listOwnDeadlines(ctx, tokenFrom(params.token))
	const site = calendarSite(load.config.baseUrl, locale)
	const text = deadlineCalendar({ title: words.say('calendar.own'), deadlines, ...site }, words)
	const answer = calendarAnswer(text, 'renaksi-deadlines.ics')
	answer.headers.set('Cache-Control', 'private, no-store')
	return answer
})
