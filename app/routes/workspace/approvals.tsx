import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Approvals } from '#app/components/workspace/approvals.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { findOffer } from '#app/domain/progress-batch/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) => {
	const [offer, member] = await Promise.all([findOffer(visit.ctx), findHomeMember(visit.ctx)])
	return workspacePage(visit, { offer, member })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approvals.title'))

export default function ApprovalsPage() {
	return <Approvals {...useLoaderData<typeof loader>()} />
}
