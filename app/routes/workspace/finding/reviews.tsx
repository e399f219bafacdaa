import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { FindingsToRead } from '#app/components/finding/findings-to-read.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listReviews } from '#app/domain/finding-review/queries.server.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, {
		reviews: await listReviews(visit.ctx),
		member: await findHomeMember(visit.ctx),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding-review.list.title'))

export default function FindingsToReadPage() {
	return <FindingsToRead {...useLoaderData<typeof loader>()} />
}
