import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES, PLAN_ROLES, holdsAny } from '#app/access/policy.ts'
import { Tasks } from '#app/components/workspace/tasks.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listLevelApprovals, listLevelTasks } from '#app/domain/commitment-level/queries.server.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listApprovals, taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { listDuties } from '#app/domain/task/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** One home for everyone: what waits for them, by deadline, whatever their roles. */
export const loader = guardedLoader('member', async (visit) => {
	const { ctx } = visit
	const runsPlans = holdsAny(ctx.actor, PLAN_ROLES)
	const verifies = holdsAny(ctx.actor, CSO_ROLES)
	const [tasks, approvals, duties, member] = await Promise.all([
		holdsAny(ctx.actor, ['IMPLEMENTER']) ? taskListOf(ctx) : null,
		holdsAny(ctx.actor, ['INSTITUTION_LEAD']) ? listApprovals(ctx) : null,
		runsPlans || verifies ? listDuties(ctx) : null,
		findHomeMember(ctx),
	])
	const handsOver = holdsAny(ctx.actor, ['INSTITUTION_LEAD', 'POC', 'CSO_OWNER'])
	const administers = holdsAny(ctx.actor, ['INSTANCE_ADMIN'])
	const [own, waiting] = await Promise.all([listLevelTasks(ctx), listLevelApprovals(ctx)])
	const ways = { runsPlans, verifies, handsOver, administers }
	return workspacePage(visit, { tasks, approvals, duties, member, ways, levels: { own, waiting } })
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('task.title'))

export default function TasksPage() {
	return <Tasks {...useLoaderData<typeof loader>()} />
}
