import { useWords } from '#app/components/words.tsx'
import { stepOf } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskHref } from './addresses.ts'
import { withMore } from './asks-more.ts'
import { MoreOfReport } from './done-question.tsx'
import { AnswerSummary } from './answer-summary.tsx'
import { MissingList } from './missing-list.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type CheckProps = { task: TaskView; person: Signed; rejected: Rejected }

/** All answers of a report before it is sent. */
export function CheckAnswers({ task, person, rejected }: CheckProps) {
	const { say, locale } = useWords()
	const key = keyOf(task)
	const missing = task.missing.map((answer) => ({
		href: taskHref(locale, key, stepOf(answer)),
		text: say(`task.missing.${answer}`),
	}))
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.check.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<MissingList items={missing} />
			<AnswerSummary task={task} canChange />
			{task.answers.isNil ? null : (
				<MoreOfReport task={task} href={withMore(taskHref(locale, key, 'done'))} />
			)}
			<p className="govuk-body">{say('task.check.lead')}</p>
			{missing.length > 0 ? null : (
				<QuestionForm
					action={taskHref(locale, key, 'check')}
					version={task.draft?.version ?? 0}
					button={say('task.check.send')}
				/>
			)}
		</TaskFrame>
	)
}
