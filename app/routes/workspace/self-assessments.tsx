import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { DeskList } from '#app/components/self-assessment/desk-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { listDesks } from '#app/domain/self-assessment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const desks = await listDesks(visit.ctx, idFrom(visit.params.planId))
	return workspacePage(visit, { ...desks, today: dayIn(desks.plan.member.timeZone, visit.ctx.now) })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('self-assessment.list'))

export default function SelfAssessments() {
	return <DeskList {...useLoaderData<typeof loader>()} />
}
