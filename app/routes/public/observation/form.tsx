import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { CheckObservation, ObservePage } from '#app/components/observation/observe-page.tsx'
import { checkObservation } from '#app/domain/observation/commands.server.ts'
import { shownForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { observationPage, observationSchema } from '#app/http/observation-form.server.ts'

export const loader = guardedLoader('public', observationPage)

/** An observation has no draft: what was typed comes back with the page, and is sent once more to be published. */
export const action = guardedAction('public', async (visit) =>
	shownForm(visit, await observationSchema(visit), async (answer) => {
		await checkObservation(visit.ctx, idFrom(visit.params.milestoneId))
		return answer
	}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('observation.leave'), data?.isRejected)

export default function Observe() {
	const { milestone, ticket, received } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	const facts = { milestone, received }
	if (shown && 'shown' in shown) return <CheckObservation {...facts} answer={shown.shown} />
	return <ObservePage {...facts} ticket={ticket} rejected={shown} />
}
