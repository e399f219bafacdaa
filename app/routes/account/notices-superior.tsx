import { redirect } from '@remix-run/node'
import { noticesHref } from '#app/components/workspace/addresses.ts'
import { nameSuperior } from '#app/domain/notice/commands.server.ts'
import { SuperiorAnswer } from '#app/domain/notice/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Whoever comes here by its address is led to the page with the form. */
export const loader = guardedLoader('member', ({ locale }) => redirect(noticesHref(locale)))

export const action = guardedAction('member', (visit) =>
	answerForm(visit, SuperiorAnswer, async (answer) => {
		await nameSuperior(visit.ctx, answer)
		return noticesHref(visit.locale)
	}),
)

/** A page of its own only for refusals, which people read. */
export default function NoticesSuperior() {
	return null
}
