import { redirect } from '@remix-run/node'
import { sessionsHref } from '#app/components/own-session/addresses.ts'
import { endOwnSessions } from '#app/domain/own-session/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale }) => redirect(sessionsHref(locale)))

export const action = guardedAction('member', (visit) =>
	confirmForm(visit, async () => {
		await endOwnSessions(visit.ctx, visit.sessionId)
		return sessionsHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function EndOtherSessions() {
	return null
}
