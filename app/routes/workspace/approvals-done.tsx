import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ApprovalsDone } from '#app/components/workspace/approvals-done.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { findOffer, nameOutcomes } from '#app/domain/progress-batch/queries.server.ts'
import { OutcomesInAddress } from '#app/domain/progress-batch/schema.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) => {
	const { published = [], refused = [] } = readQuery(visit.url, OutcomesInAddress).value
	const said = [...published.map((id) => ({ id, reason: null })), ...refused]
	const [outcomes, { waiting }, member] = await Promise.all([
		nameOutcomes(visit.ctx, said),
		findOffer(visit.ctx),
		findHomeMember(visit.ctx),
	])
	return workspacePage(visit, { outcomes, waiting, member })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approvals.done.title'))

export default function ApprovalsDonePage() {
	return <ApprovalsDone {...useLoaderData<typeof loader>()} />
}
