import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { contributionReceiptHref } from '#app/components/consultation/addresses.ts'
import { ContributePage } from '#app/components/consultation/contribute-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { publishContribution } from '#app/domain/public-contribution/commands.server.ts'
import { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { contributionLimits } from '#app/http/comment-limits.server.ts'
import { contributionPage } from '#app/http/contribution-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', contributionPage)

/** Public at once. The address that sends is counted in memory for an hour and goes nowhere else. */
export const action = guardedAction('public', (visit) => {
	const consultationId = idFrom(visit.params.recordId)
	return answerForm(visit, ContributionForm, async (form) => {
		await contributionLimits.take(visit.load.clientAddress)
		const { recordId } = await publishContribution(visit.ctx, consultationId, form)
		return contributionReceiptHref(visit.locale, recordId)
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('contribution.give'), data?.isRejected)

export default function ContributeSend() {
	const { consultation, ticket } = useLoaderData<typeof loader>()
	return (
		<ContributePage consultation={consultation} ticket={ticket} rejected={useActionData<typeof action>()} />
	)
}
