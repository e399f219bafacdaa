import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { assessHref } from '#app/components/assessment/addresses.ts'
import { LinkQuestion } from '#app/components/assessment/evidence-questions.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { addAnswerLink } from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findAnswer } from '#app/domain/local-assessment/queries.server.ts'
import { answerLink } from '#app/domain/local-assessment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom, codeAndCommitmentFrom } from '#app/http/assess-place-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) => {
	const part = codeAndCommitmentFrom(visit.params.part)
	return workspacePage(visit, await findAnswer(visit.ctx, assessPlaceFrom(visit.params), part))
})

export const action = guardedAction(['MONITORING_BODY'], (visit) => {
	const place = assessPlaceFrom(visit.params)
	const part = codeAndCommitmentFrom(visit.params.part)
	return answerForm(visit, answerLink(utcDay(visit.ctx.now)), async (answer) => {
		await addAnswerLink(visit.ctx, place, { ...answer, part })
		return assessHref(visit.locale, place, 'evidence')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.evidence.question'))

export default function AssessmentEvidenceLink() {
	return <LinkQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
