import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { OpenQuestion } from '#app/components/self-assessment/open-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { openForComment } from '#app/domain/self-assessment/commands/publish.server.ts'
import { openAnswer } from '#app/domain/self-assessment/schema.ts'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { assessmentPlaceFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessmentPlaceFrom(visit.params)) }),
)

export const action = confirmedAction(PLAN_ROLES, async (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	const { window } = await findDesk(visit.ctx, place)
	return answerForm(visit, openAnswer(window.days), async (answer) => {
		await openForComment(visit.ctx, place, answer).catch(unlessAlready('already_published'))
		const { published } = await findDesk(visit.ctx, place)
		return published ? receiptHref(visit.locale, published.recordId) : deskHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('self-assessment.open.title'))

export default function SelfAssessmentOpen() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <OpenQuestion desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
