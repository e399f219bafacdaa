import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { DoneQuestion } from '#app/components/workspace/done-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerDone } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { nextStep } from '#app/domain/progress-update/rules.ts'
import { DoneAnswer } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { task: await findTask(visit.ctx, taskKeyFrom(visit.params)) }),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerForm(visit, DoneAnswer, async (answer) => {
		await answerDone(visit.ctx, key, answer)
		const { missing } = await findTask(visit.ctx, key)
		return taskHref(visit.locale, key, nextStep(missing))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.done.title'))

export default function TaskDone() {
	const { task, person } = useLoaderData<typeof loader>()
	return <DoneQuestion task={task} person={person} rejected={useActionData<typeof action>()} />
}
