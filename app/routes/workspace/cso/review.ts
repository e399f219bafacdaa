import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { chooseReview } from '#app/domain/cso-account/commands.server.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const ReviewChoice = z.strictObject({ choice: z.enum(['ON', 'OFF'], { error: 'form.invalid' }) })

/** There is nothing to read here: the setting stands among the accounts. */
export const loader = guardedLoader(['CSO_OWNER'], ({ locale }) => redirect(`/${locale}/cso`))

export const action = guardedAction(['CSO_OWNER'], async (visit) => {
	const id = idFrom(visit.params.organizationId)
	return answerForm(visit, ReviewChoice, async ({ choice }) => {
		const recordId = await chooseReview(visit.ctx, id, choice === 'ON')
		return recordId === null ? `/${visit.locale}/cso` : `/${visit.locale}/receipts/${recordId}`
	})
})
