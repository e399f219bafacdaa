import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { assessmentHref, commentAnchor } from '#app/components/self-assessment/addresses.ts'
import { CommentPage } from '#app/components/self-assessment/comment-page.tsx'
import { leaveComment } from '#app/domain/assessment-comment/commands.server.ts'
import { CommentForm } from '#app/domain/assessment-comment/schema.ts'
import { findAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { answerForm, wasRejected } from '#app/http/answer-form.server.ts'
import { commentLimits } from '#app/http/comment-limits.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { model, ...assessment } = await findAssessment(visit.ctx, idFrom(visit.params.recordId))
	const { recordId, kind, commentClosesOn, isOpen } = assessment
	return {
		assessment: { recordId, kind, commentClosesOn, isOpen, model: { member: model.member } },
		isRejected: wasRejected(visit),
	}
})

/** The comment stands on the page at once, with its number. */
export const action = guardedAction('public', (visit) => {
	const recordId = idFrom(visit.params.recordId)
	const { locale } = visit
	return answerForm(visit, CommentForm, async (form) => {
		await commentLimits.take(visit.load.clientAddress)
		const position = await leaveComment(visit.ctx, { recordId, locale }, form)
		return `${assessmentHref(locale, recordId)}#${commentAnchor(position)}`
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('assessment-comment.leave'), data?.isRejected)

export default function SelfAssessmentComment() {
	const { assessment } = useLoaderData<typeof loader>()
	return <CommentPage assessment={assessment} rejected={useActionData<typeof action>()} />
}
