import { calendarSite } from '#app/components/calendar/addresses.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { listInstitutionDeadlines } from '#app/domain/calendar-address/queries.server.ts'
import { findOrganizationName } from '#app/domain/organization/queries.server.ts'
import { deadlineCalendar } from '#app/export/deadline-calendar.ts'
import { calendarAnswer } from '#app/http/calendar-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { wordsIn } from '#reports/document/words.ts'

/** What an institution has to report and to answer as a calendar. */
export const loader = guardedLoader('public', async ({ ctx, params, locale, load }) => {
	const id = idFrom(params.organizationId)
	const deadlines = await listInstitutionDeadlines(ctx, id)
	const name = await findOrganizationName(ctx, id)
	const words = wordsIn(locale)
	const title = words.say('calendar.of', { name: (name && textIn(name, locale)?.text) ?? id })
	const site = calendarSite(load.config.baseUrl, locale)
	return calendarAnswer(deadlineCalendar({ title, deadlines, ...site }, words), `${id}-deadlines.ics`)
})
