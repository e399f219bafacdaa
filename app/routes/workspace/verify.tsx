import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { Queue } from '#app/components/workspace/queue.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listWaitingDrafts } from '#app/domain/report-draft/queries.server.ts'
import { listClaimsToVerify } from '#app/domain/verification-queue/queries.server.ts'
import { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import { listWaitingDecisions } from '#app/domain/waiting-thread/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) => {
	const { value: filter, notUnderstood } = readQuery(visit.url, QueueFilter)
	const [queue, decisions, drafts, member] = await Promise.all([
		listClaimsToVerify(visit.ctx, filter),
		listWaitingDecisions(visit.ctx),
		listWaitingDrafts(visit.ctx),
		findHomeMember(visit.ctx),
	])
	return workspacePage(visit, { queue, filter, notUnderstood, decisions, drafts, member })
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('verify.title'))

export default function Verify() {
	return <Queue {...useLoaderData<typeof loader>()} />
}
