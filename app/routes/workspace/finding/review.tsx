import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { ReadFinding } from '#app/components/finding/read-finding.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findReview } from '#app/domain/finding-review/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { review: await findReview(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding-review.title'))

export default function ReviewPage() {
	const { review, person } = useLoaderData<typeof loader>()
	return <ReadFinding review={review} person={person} rejected={undefined} />
}
