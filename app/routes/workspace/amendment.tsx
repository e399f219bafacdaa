import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { AmendmentOverview } from '#app/components/amendment/amendment-overview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findAmendmentDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findAmendmentDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.title'))

export default function Amendment() {
	return <AmendmentOverview {...useLoaderData<typeof loader>()} />
}
