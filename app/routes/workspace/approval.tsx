import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Approval } from '#app/components/workspace/approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findApproval } from '#app/domain/progress-update/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approval.title'))

export default function ApprovalPage() {
	return <Approval {...useLoaderData<typeof loader>()} />
}
