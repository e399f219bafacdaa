import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CheckAssessment } from '#app/components/assessment/check-assessment.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom } from '#app/http/assess-place-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessPlaceFrom(visit.params)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.check.title'))

export default function AssessmentCheck() {
	return <CheckAssessment {...useLoaderData<typeof loader>()} rejected={undefined} />
}
