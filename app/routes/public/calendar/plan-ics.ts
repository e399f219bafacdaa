import { calendarSite } from '#app/components/calendar/addresses.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { listPlanObligations } from '#app/domain/obligation/queries.server.ts'
import { obligationCalendar } from '#app/export/obligation-calendar.ts'
import { calendarAnswer } from '#app/http/calendar-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { wordsIn } from '#reports/document/words.ts'

/** The deadlines of a plan as a calendar. */
export const loader = guardedLoader('public', async ({ ctx, params, locale, load }) => {
	const { plan, member, obligations } = await listPlanObligations(ctx, idFrom(params.planId))
	const words = wordsIn(locale)
	const title = words.say('calendar.of', { name: textIn(plan.title, locale)?.text ?? plan.id })
	const owed = obligations.map((obligation) => ({ plan, member, obligation }))
	const text = obligationCalendar(
		{ title, obligations: owed, ...calendarSite(load.config.baseUrl, locale) },
		words,
	)
	return calendarAnswer(text, `${plan.id}-deadlines.ics`)
})
