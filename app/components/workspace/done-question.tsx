import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { DONE_MAX_CHARACTERS } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { StoredText } from './stored-text.tsx'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

/** The second question of a report: what was done, in one language or both. */
export function DoneQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const { done } = task.answers
	const [, { doneId, doneEn }] = useForm<{ doneId: string; doneEn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { doneId: done.id, doneEn: done.en },
	})
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.done.title')}
			errors={errorsOf(rejected, [doneId, doneEn], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<StoredText text={done} />
			</StoredNow>
			<p className="govuk-body">
				{say('task.done.hint')} {say('workspace.one-language')}
			</p>
			<QuestionForm action={taskHref(locale, keyOf(task), 'done')} version={task.draft?.version ?? 0}>
				<TextArea
					{...fieldFrom(doneId, say)}
					label={say('workspace.in-indonesian')}
					lang="id"
					maxLength={DONE_MAX_CHARACTERS}
				/>
				<TextArea
					{...fieldFrom(doneEn, say)}
					label={say('workspace.in-english')}
					lang="en"
					maxLength={DONE_MAX_CHARACTERS}
				/>
			</QuestionForm>
		</TaskFrame>
	)
}
