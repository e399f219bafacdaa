import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LevelApproval } from '#app/domain/commitment-level/view.ts'
import { levelApprovalHref } from './addresses.ts'
import { Decision, ReturnPage } from './decision.tsx'
import { LevelCaption, SuggestionText } from './level-suggestion.tsx'
import { ProposalSummary } from './proposal-summary.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ApprovalProps = { approval: LevelApproval; person: Signed; rejected?: Rejected }

/** A proposed level as the lead reads it before publishing it or sending it back. */
export function LevelApprovalPage({ approval, person, rejected }: ApprovalProps) {
	const { say, locale } = useWords()
	const { task, draft, submittedBy, mayApprove } = approval
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={tasksHref(locale)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<LevelCaption task={task} />}>{say('commitment-level.approval.title')}</PageTitle>
			<p className="govuk-body">{say('commitment-level.approval.by', { name: submittedBy })}</p>
			<ProposalSummary draft={draft} />
			<SuggestionText task={task} />
			<Decision
				mayApprove={mayApprove}
				version={draft.version}
				approveHref={levelApprovalHref(locale, draft.id, 'approve')}
				returnHref={levelApprovalHref(locale, draft.id, 'return')}
				word="approval"
				because={say('approval.own')}
			/>
		</WorkspacePage>
	)
}

type ReturnProps = { approval: LevelApproval; person: Signed; rejected: Rejected }

/** Why a proposed level goes back. */
export function LevelReturn({ approval, person, rejected }: ReturnProps) {
	const { say, locale } = useWords()
	const { task, draft } = approval
	return (
		<ReturnPage
			person={person}
			member={task.member}
			rejected={rejected}
			version={draft.version}
			backHref={levelApprovalHref(locale, draft.id)}
			action={levelApprovalHref(locale, draft.id, 'return')}
			caption={<LevelCaption task={task} />}
			title={say('commitment-level.return.title')}
			button={say('approval.return.send')}
			label={say('commitment-level.return.label')}
		/>
	)
}
