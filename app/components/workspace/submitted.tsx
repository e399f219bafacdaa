import { tasksHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { AnswerSummary } from './answer-summary.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** A report was sent: what happens next. */
export function Submitted({ task, person }: { task: TaskView; person: Signed }) {
	const { say, locale } = useWords()
	const institution = textIn(task.institution, locale)?.text ?? ''
	return (
		<WorkspacePage person={person} member={task.member}>
			<Panel title={say('task.submitted.title')}>
				<TextIn text={task.milestone.title} />
			</Panel>
			<p className="govuk-body">{say('task.submitted.text', { institution })}</p>
			<h2 className="govuk-heading-m">{say('task.submitted.next')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>{say('task.submitted.next.approve')}</li>
				<li>{say('task.submitted.next.receipt')}</li>
				<li>{say('task.submitted.next.verify')}</li>
			</ul>
			<AnswerSummary task={task} canChange={false} />
			<ButtonLink href={tasksHref(locale)} variant="secondary">
				{say('workspace.to-tasks')}
			</ButtonLink>
		</WorkspacePage>
	)
}
