import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LevelApproval } from '#app/domain/commitment-level/view.ts'
import { levelApprovalHref } from './addresses.ts'
import { LevelCaption, SuggestionText } from './level-suggestion.tsx'
import { ProposalSummary } from './proposal-summary.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ApprovalProps = { approval: LevelApproval; person: Signed; rejected?: Rejected }

/** A proposed level as the lead reads it before publishing it or sending it back. */
export function LevelApprovalPage({ approval, person, rejected }: ApprovalProps) {
	const { say, locale } = useWords()
	const { task, draft, submittedBy, mayApprove } = approval
	const back = (
		<ButtonLink href={levelApprovalHref(locale, draft.id, 'return')} variant="secondary">
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
			<PageTitle caption={<LevelCaption task={task} />}>{say('commitment-level.approval.title')}</PageTitle>
			<p className="govuk-body">{say('commitment-level.approval.by', { name: submittedBy })}</p>
			<ProposalSummary draft={draft} />
			<SuggestionText task={task} />
			{mayApprove ? (
				<>
					<p className="govuk-body">{say('approval.lead')}</p>
					<QuestionForm
						action={levelApprovalHref(locale, draft.id, 'approve')}
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

type ReturnProps = { approval: LevelApproval; person: Signed; rejected: Rejected }

/** Why a proposed level goes back. */
export function LevelReturn({ approval, person, rejected }: ReturnProps) {
	const { say, locale } = useWords()
	const { task, draft } = approval
	const [, { reason }] = useForm<{ reason: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={levelApprovalHref(locale, draft.id)}
			errors={errorsOf(rejected, [reason], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<LevelCaption task={task} />}>{say('commitment-level.return.title')}</PageTitle>
			<QuestionForm
				action={levelApprovalHref(locale, draft.id, 'return')}
				version={draft.version}
				button={say('approval.return.send')}
			>
				<TextArea {...fieldFrom(reason, say)} label={say('commitment-level.return.label')} />
			</QuestionForm>
		</WorkspacePage>
	)
}
