import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { assessHref } from '#app/components/assessment/addresses.ts'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { CheckAssessment } from '#app/components/assessment/check-assessment.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishAssessment } from '#app/domain/local-assessment/commands/publish.server.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom } from '#app/http/assess-place-from.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessPlaceFrom(visit.params)) }),
)

export const action = confirmedAction(['MONITORING_BODY'], (visit) => {
	const place = assessPlaceFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await publishAssessment(visit.ctx, place, answer).catch(unlessAlready('already_published'))
		const { published } = await findDesk(visit.ctx, place)
		return published ? receiptHref(visit.locale, published.recordId) : assessHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.check.title'))

export default function AssessmentPublish() {
	return <CheckAssessment {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
