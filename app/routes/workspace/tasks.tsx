import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Tasks } from '#app/components/workspace/tasks.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listWaitingDrafts } from '#app/domain/report-draft/queries.server.ts'
import { findWork } from '#app/domain/task/queries.server.ts'
import { listWaitingDecisions, listWaitingReplies } from '#app/domain/waiting-thread/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** One home for everyone: what waits for them, by deadline, whatever their roles. */
export const loader = guardedLoader('member', async (visit) => {
	const [work, replies, decisions, drafts, member] = await Promise.all([
		findWork(visit.ctx),
		listWaitingReplies(visit.ctx),
		listWaitingDecisions(visit.ctx),
		listWaitingDrafts(visit.ctx),
		findHomeMember(visit.ctx),
	])
	return workspacePage(visit, { ...work, replies, decisions, drafts, member })
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('task.title'))

export default function TasksPage() {
	return <Tasks {...useLoaderData<typeof loader>()} />
}
