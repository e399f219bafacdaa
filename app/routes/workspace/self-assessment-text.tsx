import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { TextQuestion } from '#app/components/self-assessment/text-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerText } from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { TextAnswer } from '#app/domain/self-assessment/schema.ts'
import { assessmentPlaceFrom, textSectionFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const desk = await findDesk(visit.ctx, assessmentPlaceFrom(visit.params))
	return workspacePage(visit, { desk, section: textSectionFrom(visit.params.section) })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	return answerForm(visit, TextAnswer, async (answer) => {
		await answerText(visit.ctx, place, { ...answer, section: textSectionFrom(visit.params.section) })
		return deskHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) =>
		say(facts.data ? `self-assessment.section.${facts.data.section}` : 'self-assessment.list'),
	)

export default function SelfAssessmentText() {
	const { desk, person, section } = useLoaderData<typeof loader>()
	return (
		<TextQuestion desk={desk} section={section} person={person} rejected={useActionData<typeof action>()} />
	)
}
