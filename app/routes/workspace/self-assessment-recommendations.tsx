import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { RecommendationsQuestion } from '#app/components/self-assessment/recommendations-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addRecommendation } from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { RecommendationAnswer } from '#app/domain/self-assessment/schema.ts'
import { assessmentPlaceFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessmentPlaceFrom(visit.params)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	return answerForm(visit, RecommendationAnswer, async (answer) => {
		await addRecommendation(visit.ctx, place, answer)
		return deskHref(visit.locale, place, 'recommendations')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('self-assessment.group.RECOMMENDATIONS'))

export default function SelfAssessmentRecommendations() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <RecommendationsQuestion desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
