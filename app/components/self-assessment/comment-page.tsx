import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { assessmentHref } from './addresses.ts'
import { CommentForm, useCommentFields } from './comment-form.tsx'

type CommentPageProps = {
	assessment: Pick<PublicAssessment, 'recordId' | 'kind' | 'commentClosesOn' | 'isOpen'> & {
		readonly model: Pick<PublicAssessment['model'], 'member'>
	}
	rejected: Rejected
}

/** The page on which anyone comments on a self-assessment. */
export function CommentPage({ assessment, rejected }: CommentPageProps) {
	const { say, locale, format } = useWords()
	const { recordId, kind, commentClosesOn, isOpen, model } = assessment
	const fields = useCommentFields(rejected)
	const until = format.day(commentClosesOn)
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	return (
		<Page member={model.member} backHref={assessmentHref(locale, recordId)}>
			<ErrorSummary errors={[...refused, ...errorsOf(rejected, fields, say)]} />
			<PageTitle caption={say(`self-assessment.kind.${kind}`)}>{say('assessment-comment.leave')}</PageTitle>
			<p className="govuk-body">
				{say(isOpen ? 'assessment-comment.until' : 'assessment-comment.over', { until })}
			</p>
			{isOpen || rejected ? <CommentForm recordId={recordId} fields={fields} /> : null}
		</Page>
	)
}
