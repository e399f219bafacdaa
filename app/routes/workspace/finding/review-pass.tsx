import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { reviewsHref } from '#app/components/finding/addresses.ts'
import { ReadFinding } from '#app/components/finding/read-finding.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { passReview } from '#app/domain/finding-review/commands.server.ts'
import { findReview } from '#app/domain/finding-review/queries.server.ts'
import { SeenFinding } from '#app/domain/verification/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { review: await findReview(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenFinding, async (answer) => {
		await passReview(visit.ctx, id, answer)
		return reviewsHref(visit.locale)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding-review.title'))

export default function ReviewPassPage() {
	const { review, person } = useLoaderData<typeof loader>()
	return <ReadFinding review={review} person={person} rejected={useActionData<typeof action>()} />
}
