import { useWords } from '#app/components/words.tsx'
import { EVIDENCE_MAX } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskEvidenceRemovalHref, taskHref } from './addresses.ts'
import { EvidenceEditor, useEvidenceForm } from './evidence-editor.tsx'
import type { Rejected } from './rejection.ts'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

/** The last question of a report: what shows it. */
export function EvidenceQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const form = useEvidenceForm(rejected, false)
	const key = keyOf(task)
	const { evidence, level } = task.answers
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body">{say('task.evidence.hint', { most: format.count(EVIDENCE_MAX) })}</p>
			<EvidenceEditor
				form={form}
				given={evidence}
				most={EVIDENCE_MAX}
				version={task.draft?.version ?? 0}
				hasStance={false}
				action={taskHref(locale, key, 'evidence')}
				anotherAction={taskHref(locale, key, 'evidence/another')}
				removeAction={(position) => taskEvidenceRemovalHref(locale, key, position)}
				onHref={taskHref(locale, key, 'check')}
				isEnough={evidence.length > 0 || level === 'NOT_STARTED'}
			/>
		</TaskFrame>
	)
}
