import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ApprovalView } from '#app/domain/progress-update/view.ts'
import { approvalHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { TaskCaption } from './task-frame.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ReturnProps = { approval: ApprovalView; person: Signed; rejected: Rejected }

/** Why a report goes back to its officers. */
export function ReturnQuestion({ approval, person, rejected }: ReturnProps) {
	const { say, locale } = useWords()
	const { task, draft } = approval
	const [, { reason }] = useForm<{ reason: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={approvalHref(locale, draft.id)}
			errors={errorsOf(rejected, [reason], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TaskCaption task={task} />}>{say('approval.return.title')}</PageTitle>
			<QuestionForm
				action={approvalHref(locale, draft.id, 'return')}
				version={draft.version}
				button={say('approval.return.send')}
			>
				<TextArea
					{...fieldFrom(reason, say)}
					label={<span className="govuk-visually-hidden">{say('approval.return.title')}</span>}
					hint={say('approval.return.hint')}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
