import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { observationReceiptHref } from '#app/components/observation/addresses.ts'
import { ObservePage } from '#app/components/observation/observe-page.tsx'
import { publishObservation } from '#app/domain/observation/commands.server.ts'
import { observationForm } from '#app/domain/observation/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { observationLimits } from '#app/http/comment-limits.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { observationDay, observationPage } from '#app/http/observation-form.server.ts'

export const loader = guardedLoader('public', observationPage)

/** Public at once. The address that sends is counted in memory for an hour and goes nowhere else. */
export const action = guardedAction('public', async (visit) => {
	const milestoneId = idFrom(visit.params.milestoneId)
	return answerForm(visit, observationForm(await observationDay(visit), null), async (form) => {
		await observationLimits.take(visit.load.clientAddress)
		const { recordId } = await publishObservation(visit.ctx, milestoneId, form)
		return observationReceiptHref(visit.locale, recordId)
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('observation.leave'), data?.isRejected)

export default function ObserveSend() {
	const { milestone, ticket, received } = useLoaderData<typeof loader>()
	const facts = { milestone, ticket, received }
	return <ObservePage {...facts} rejected={useActionData<typeof action>()} />
}
