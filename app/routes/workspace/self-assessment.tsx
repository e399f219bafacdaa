import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { DeskOverview } from '#app/components/self-assessment/desk-overview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { assessmentPlaceFrom } from '#app/http/assessment-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessmentPlaceFrom(visit.params)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) =>
		say(facts.data ? `self-assessment.kind.${facts.data.desk.kind}` : 'self-assessment.list'),
	)

export default function SelfAssessmentDesk() {
	return <DeskOverview {...useLoaderData<typeof loader>()} />
}
