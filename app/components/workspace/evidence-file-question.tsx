import { useWords } from '#app/components/words.tsx'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { useAsksMore } from './asks-more.ts'
import { EvidenceDesk } from './evidence-desk.tsx'
import { EvidenceFileForm, useFileForm } from './evidence-file-form.tsx'
import { placeOfTask } from './evidence-place.ts'
import type { Rejected } from './rejection.ts'
import { TaskFrame } from './task-frame.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; received: ReceivedFile | null; person: Signed; rejected: Rejected }

/** The last question of a report, answered with a file. */
export function EvidenceFileQuestion({ task, received, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const form = useFileForm(rejected)
	const place = placeOfTask(task, locale, useAsksMore())
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<EvidenceDesk place={place} adds="file">
				<EvidenceFileForm form={form} place={place} received={received} />
			</EvidenceDesk>
		</TaskFrame>
	)
}
