import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { ApproveQuestion } from '#app/components/self-assessment/final-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { approveFinal } from '#app/domain/self-assessment/commands/publish.server.ts'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { assessmentPlaceFrom } from '#app/http/assessment-from.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDesk(visit.ctx, assessmentPlaceFrom(visit.params)) }),
)

export const action = confirmedAction(PLAN_ROLES, (visit) => {
	const place = assessmentPlaceFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await approveFinal(visit.ctx, place, answer).catch(unlessAlready('draft_not_submitted'))
		const { published } = await findDesk(visit.ctx, place)
		if (published?.stage !== 'FINAL') return deskHref(visit.locale, place)
		return receiptHref(visit.locale, published.recordId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('self-assessment.approve.title'))

export default function SelfAssessmentApprove() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <ApproveQuestion desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
