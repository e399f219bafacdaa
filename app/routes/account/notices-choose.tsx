import { redirect } from '@remix-run/node'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { chooseLetters } from '#app/domain/notice/commands.server.ts'
import { ChoiceAnswer } from '#app/domain/notice/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Whoever comes here by its address is led to the page with the form. */
export const loader = guardedLoader('member', ({ locale }) => redirect(noticesHref(locale)))

export const action = guardedAction('member', (visit) =>
	answerForm(visit, ChoiceAnswer, async (answer) => {
		await chooseLetters(visit.ctx, answer)
		return noticesHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function NoticesChoose() {
	return null
}
