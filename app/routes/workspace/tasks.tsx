import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES, REPORT_ROLES, holdsAny } from '#app/access/policy.ts'
import { pocHref, queueHref } from '#app/components/workspace/addresses.ts'
import { Tasks } from '#app/components/workspace/tasks.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listApprovals, taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** One home for each person: officers and leads stay; monitors and points of contact have a page of their own. */
export const loader = guardedLoader('member', async (visit) => {
	const { ctx, locale } = visit
	const isOfficer = holdsAny(ctx.actor, ['IMPLEMENTER'])
	const isLead = holdsAny(ctx.actor, ['INSTITUTION_LEAD'])
	if (!isOfficer && !isLead && holdsAny(ctx.actor, CSO_ROLES)) throw redirect(queueHref(locale))
	if (!isOfficer && !isLead && holdsAny(ctx.actor, REPORT_ROLES)) throw redirect(pocHref(locale))
	return workspacePage(visit, {
		tasks: isOfficer ? await taskListOf(ctx) : null,
		approvals: isLead ? await listApprovals(ctx) : null,
		member: await findHomeMember(ctx),
	})
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('task.title'))

export default function TasksPage() {
	return <Tasks {...useLoaderData<typeof loader>()} />
}
