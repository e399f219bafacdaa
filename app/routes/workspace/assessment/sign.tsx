import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { assessHref } from '#app/components/assessment/addresses.ts'
import { CheckAssessment } from '#app/components/assessment/check-assessment.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { signAssessment } from '#app/domain/local-assessment/commands/publish.server.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom } from '#app/http/assess-place-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessPlaceFrom(visit.params)) }),
)

export const action = guardedAction(['MONITORING_BODY'], (visit) => {
	const place = assessPlaceFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await signAssessment(visit.ctx, place, answer)
		return assessHref(visit.locale, place, 'check')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.check.title'))

export default function AssessmentSign() {
	return <CheckAssessment {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
