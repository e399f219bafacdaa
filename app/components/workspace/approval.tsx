import { PageTitle } from '#app/components/layout/page-title.tsx'
import { tasksHref } from '#app/components/addresses.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ApprovalView } from '#app/domain/progress-update/view.ts'
import { approvalHref } from './addresses.ts'
import { AnswerSummary } from './answer-summary.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { TaskCaption } from './task-frame.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ApprovalProps = { approval: ApprovalView; person: Signed; rejected?: Rejected }

/** A report as its lead reads it before publishing it or sending it back. */
export function Approval({ approval, person, rejected }: ApprovalProps) {
	const { say, locale, format } = useWords()
	const { task, draft, submittedBy, submittedOn, mayApprove } = approval
	const back = (
		<ButtonLink href={approvalHref(locale, draft.id, 'return')} variant="secondary">
			{say('approval.return')}
		</ButtonLink>
	)
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={tasksHref(locale)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TaskCaption task={task} />}>{say('approval.title')}</PageTitle>
			<p className="govuk-body">{say('approval.sent', { name: submittedBy, on: format.day(submittedOn) })}</p>
			<AnswerSummary task={task} canChange={false} />
			{mayApprove ? (
				<>
					<p className="govuk-body">{say('approval.lead')}</p>
					<QuestionForm
						action={approvalHref(locale, draft.id, 'approve')}
						version={draft.version}
						button={say('approval.approve')}
						beside={back}
					/>
				</>
			) : (
				<>
					<InsetText>{say('approval.own')}</InsetText>
					{back}
				</>
			)}
		</WorkspacePage>
	)
}
