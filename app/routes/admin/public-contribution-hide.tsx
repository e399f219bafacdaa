import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HideContribution } from '#app/components/consultation/hosted-contributions.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { HidingAnswer } from '#app/domain/observation/schema.ts'
import { hideContribution } from '#app/domain/public-contribution/commands.server.ts'
import { findHostedContribution } from '#app/domain/public-contribution/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, {
		contribution: await findHostedContribution(visit.ctx, idFrom(visit.params.recordId)),
	}),
)

export const action = guardedAction(['INSTANCE_ADMIN'], (visit) => {
	const id = idFrom(visit.params.recordId)
	return answerForm(visit, HidingAnswer, async (answer) => {
		const { recordId } = await hideContribution(visit.ctx, id, answer)
		return `/${visit.locale}/receipts/${recordId}`
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('contribution.hide'))

export default function HideContributionRoute() {
	return <HideContribution {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
