import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { CommitmentOverview } from '#app/components/plan-draft/commitment-overview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCommitmentDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { commitmentKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findCommitmentDraft(visit.ctx, commitmentKeyFrom(visit.params))),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.commitment.title'))

export default function PlanCommitment() {
	return <CommitmentOverview {...useLoaderData<typeof loader>()} />
}
