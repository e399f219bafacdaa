import { redirect } from '@remix-run/node'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { giveStepUp } from '#app/domain/second-step/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { tellOfStep } from '#app/http/step-letters.server.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale }) => redirect(secondStepHref(locale)))

export const action = confirmedAction('member', (visit) =>
	confirmForm(visit, async () => {
		await giveStepUp(visit.ctx)
		await tellOfStep(visit, 'ended')
		return secondStepHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function EndSecondStep() {
	return null
}
