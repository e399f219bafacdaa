import { PageTitle } from '#app/components/layout/page-title.tsx'
import { tasksHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { ApprovalView } from '#app/domain/progress-update/view.ts'
import { approvalHref } from './addresses.ts'
import { AnswerSummary } from './answer-summary.tsx'
import { Decision, ReturnPage } from './decision.tsx'
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
			<Decision
				mayApprove={mayApprove}
				version={draft.version}
				approveHref={approvalHref(locale, draft.id, 'approve')}
				returnHref={approvalHref(locale, draft.id, 'return')}
				word="approval"
				because={say('approval.own')}
			/>
		</WorkspacePage>
	)
}

type ReturnProps = { approval: ApprovalView; person: Signed; rejected: Rejected }

/** Why a report goes back to its officers. */
export function ReportReturn({ approval, person, rejected }: ReturnProps) {
	const { say, locale } = useWords()
	const { task, draft } = approval
	return (
		<ReturnPage
			person={person}
			member={task.member}
			rejected={rejected}
			version={draft.version}
			backHref={approvalHref(locale, draft.id)}
			action={approvalHref(locale, draft.id, 'return')}
			caption={<TaskCaption task={task} />}
			title={say('approval.return.title')}
			button={say('approval.return.send')}
			hint={say('approval.return.hint')}
		/>
	)
}
