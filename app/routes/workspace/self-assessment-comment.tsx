import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { AnswerQuestion } from '#app/components/self-assessment/answer-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerComment } from '#app/domain/assessment-comment/commands.server.ts'
import { CommentAnswer } from '#app/domain/assessment-comment/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { assessmentPlaceFrom, commentNumberFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const desk = await findDesk(visit.ctx, assessmentPlaceFrom(visit.params))
	const wanted = commentNumberFrom(visit.params.position)
	const comment = desk.comments.find(({ position }) => position === wanted)
	if (!comment) throw new Refusal('not_found')
	return workspacePage(visit, { desk, comment })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	return answerForm(visit, CommentAnswer, async (answer) => {
		const position = commentNumberFrom(visit.params.position)
		await answerComment(visit.ctx, { place, position }, answer)
		return deskHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment-comment.answer.title'))

export default function SelfAssessmentComment() {
	const { desk, person, comment } = useLoaderData<typeof loader>()
	return (
		<AnswerQuestion desk={desk} comment={comment} person={person} rejected={useActionData<typeof action>()} />
	)
}
