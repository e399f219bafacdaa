import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CheckContribution, ContributePage } from '#app/components/consultation/contribute-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { checkContribution } from '#app/domain/public-contribution/commands.server.ts'
import { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { shownForm } from '#app/http/answer-form.server.ts'
import { contributionPage } from '#app/http/contribution-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', contributionPage)

/** A contribution has no draft: what was typed comes back with the page, and is sent once more to be published. */
export const action = guardedAction('public', (visit) =>
	shownForm(visit, ContributionForm, async (form) => {
		await checkContribution(visit.ctx, idFrom(visit.params.recordId))
		return form
	}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('contribution.give'), data?.isRejected)

export default function Contribute() {
	const { consultation, ticket } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	if (shown && 'shown' in shown) return <CheckContribution consultation={consultation} answer={shown.shown} />
	return <ContributePage consultation={consultation} ticket={ticket} rejected={shown} />
}
