import { redirect } from '@remix-run/node'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { beginStep } from '#app/domain/second-step/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { ownPath } from '#app/http/own-path.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('half', ({ locale }) => redirect(secondStepHref(locale, 'set-up')))

export const action = guardedAction('half', (visit) =>
	confirmForm(visit, async () => {
		await beginStep(visit.ctx, visit.load.accounts.stepKeeper)
		return secondStepHref(visit.locale, 'set-up', ownPath(visit.url.searchParams.get('next')))
	}),
)

/** A page of its own only for refusals, which people read. */
export default function BeginSecondStep() {
	return null
}
