import { useWords } from '#app/components/words.tsx'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { useAsksMore } from './asks-more.ts'
import { EvidenceDesk } from './evidence-desk.tsx'
import { EvidenceLinkForm, useLinkForm } from './evidence-link-form.tsx'
import { placeOfTask } from './evidence-place.ts'
import type { Rejected } from './rejection.ts'
import { TaskFrame } from './task-frame.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

/** The last question of a report: what shows it. */
export function EvidenceQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const form = useLinkForm(rejected)
	const place = placeOfTask(task, locale, useAsksMore())
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body">{say('task.evidence.hint', { most: format.count(place.most) })}</p>
			<EvidenceDesk place={place} adds="link">
				<EvidenceLinkForm form={form} place={place} />
			</EvidenceDesk>
		</TaskFrame>
	)
}
