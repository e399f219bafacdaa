import { calendarSite } from '#app/components/calendar/addresses.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { listObligations } from '#app/domain/obligation/queries.server.ts'
import { CalendarQuery } from '#app/domain/obligation/schema.ts'
import { obligationCalendar } from '#app/export/obligation-calendar.ts'
import { apiQuery } from '#app/http/api-answer.server.ts'
import { calendarAnswer } from '#app/http/calendar-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { wordsIn } from '#reports/document/words.ts'

/** The deadlines of all members, or of one, as a calendar. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, locale, load } = visit
	const asked = apiQuery(visit, CalendarQuery)
	const words = wordsIn(locale)
	const member = asked.member === undefined ? null : await findMember(ctx, asked.member)
	const name = member === null ? null : (textIn(member.name, locale)?.text ?? member.id)
	const title = name === null ? words.say('calendar.title') : words.say('calendar.of', { name })
	const obligations = await listObligations(ctx, asked)
	const text = obligationCalendar({ title, obligations, ...calendarSite(load.config.baseUrl, locale) }, words)
	return calendarAnswer(text, `${member?.id ?? 'ogp'}-deadlines.ics`)
})
