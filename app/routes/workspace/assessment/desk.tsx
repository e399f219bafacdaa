import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskOverview } from '#app/components/assessment/desk-overview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom } from '#app/http/assess-place-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessPlaceFrom(visit.params)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) =>
		say(facts.data ? `assessment-kind.${facts.data.desk.place.kind}` : 'assessment.tasks.title'),
	)

export default function AssessmentDesk() {
	return <DeskOverview {...useLoaderData<typeof loader>()} />
}
