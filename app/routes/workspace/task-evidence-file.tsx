import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { EvidenceFileQuestion } from '#app/components/workspace/evidence-file-question.tsx'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addEvidenceFile } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { nextStep } from '#app/domain/progress-update/rules.ts'
import { evidenceFileAnswer } from '#app/domain/progress-update/schema.ts'
import { answerFileForm, receivedFile } from '#app/http/answer-file-form.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, {
		task: await findTask(visit.ctx, taskKeyFrom(visit.params)),
		received: receivedFile(visit),
	}),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerFileForm(visit, evidenceFileAnswer, async (answer) => {
		await addEvidenceFile(visit.ctx, key, answer)
		const { missing } = await findTask(visit.ctx, key)
		return taskHref(visit.locale, key, nextStep(missing))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.evidence.title'))

export default function TaskEvidenceFile() {
	return (
		<EvidenceFileQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
	)
}
