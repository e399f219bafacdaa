import { redirect } from '@remix-run/node'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { endCalendarAddress } from '#app/domain/calendar-address/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale }) => redirect(noticesHref(locale)))

export const action = guardedAction('member', (visit) =>
	confirmForm(visit, async () => {
		await endCalendarAddress(visit.ctx)
		return noticesHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function NoticesCalendarEnd() {
	return null
}
