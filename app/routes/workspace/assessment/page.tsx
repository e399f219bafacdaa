import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { assessHref } from '#app/components/assessment/addresses.ts'
import { PageQuestion } from '#app/components/assessment/page-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerPage } from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findPage } from '#app/domain/local-assessment/queries.server.ts'
import { pageAnswer } from '#app/domain/local-assessment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom, codeAndCommitmentFrom } from '#app/http/assess-place-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) => {
	const key = codeAndCommitmentFrom(visit.params.page)
	return workspacePage(visit, await findPage(visit.ctx, assessPlaceFrom(visit.params), key))
})

export const action = guardedAction(['MONITORING_BODY'], async (visit) => {
	const place = assessPlaceFrom(visit.params)
	const { page } = await findPage(visit.ctx, place, codeAndCommitmentFrom(visit.params.page))
	return answerForm(visit, pageAnswer(page.questions), async (typed) => {
		await answerPage(visit.ctx, place, { section: page.section, commitmentId: page.commitmentId, typed })
		return assessHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.page.title'))

export default function AssessmentPage() {
	return <PageQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
