import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { CommitmentQuestion } from '#app/components/self-assessment/commitment-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { answerCommitment } from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { CommitmentAnswer } from '#app/domain/self-assessment/schema.ts'
import { idFrom } from '#app/http/id-from.ts'
import { assessmentPlaceFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const desk = await findDesk(visit.ctx, assessmentPlaceFrom(visit.params))
	const wanted = idFrom(visit.params.commitmentId)
	const commitment = desk.model.commitments.find(({ id }) => id === wanted)
	if (!commitment) throw new Refusal('not_found')
	return workspacePage(visit, { desk, commitment })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	return answerForm(visit, CommitmentAnswer, async (answer) => {
		const commitmentId = idFrom(visit.params.commitmentId)
		await answerCommitment(visit.ctx, place, { ...answer, commitmentId })
		return deskHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('self-assessment.commitment.question'))

export default function SelfAssessmentCommitment() {
	const { desk, person, commitment } = useLoaderData<typeof loader>()
	return (
		<CommitmentQuestion
			desk={desk}
			commitment={commitment}
			person={person}
			rejected={useActionData<typeof action>()}
		/>
	)
}
