import { redirect } from '@remix-run/node'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { vouchFor } from '#app/domain/second-step/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { tellOfStep } from '#app/http/step-letters.server.ts'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader('member', ({ locale }) => redirect(secondStepHref(locale, 'colleagues')))

export const action = confirmedAction('member', (visit) =>
	confirmForm(visit, async () => {
		const personId = idFrom(visit.params.personId)
		const isOver = await vouchFor(visit.ctx, personId)
		await tellOfStep(visit, isOver ? 'vouched' : 'vouching', personId)
		return secondStepHref(visit.locale, 'colleagues')
	}),
)

/** A page of its own only for refusals, which people read. */
export default function VouchForColleague() {
	return null
}
