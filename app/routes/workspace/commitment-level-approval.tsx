import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { LevelApprovalPage } from '#app/components/workspace/level-approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findLevelApproval } from '#app/domain/commitment-level/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findLevelApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('commitment-level.approval.title'))

export default function CommitmentLevelApproval() {
	return <LevelApprovalPage {...useLoaderData<typeof loader>()} />
}
