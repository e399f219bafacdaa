import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { CheckAnswers } from '#app/components/workspace/check-answers.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { submitProgressUpdate } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { task: await findTask(visit.ctx, taskKeyFrom(visit.params)) }),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await submitProgressUpdate(visit.ctx, key, answer).catch(unlessAlready('draft_already_submitted'))
		return taskHref(visit.locale, key, 'submitted')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.check.title'))

export default function TaskCheck() {
	const { task, person } = useLoaderData<typeof loader>()
	return <CheckAnswers task={task} person={person} rejected={useActionData<typeof action>()} />
}
