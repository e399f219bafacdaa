import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { DoneQuestion } from '#app/components/workspace/done-question.tsx'
import keepTyped from '#app/components/workspace/keep-typed.ts?worker&url'
import { TypedNotLost, isPlaceLost } from '#app/components/workspace/typed-not-lost.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerDone } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { nextStep } from '#app/domain/progress-update/rules.ts'
import { DoneAnswer, doneAnswer } from '#app/domain/progress-update/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { matchedVersion } from '#app/http/if-match.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'
import { answerTypedForm, unlessLost } from '#app/http/typed-form.server.ts'

/** Where scripts run, what is typed is kept every few seconds; the page does without. */
export const handle = { scripts: keepTyped }

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, {
		task: await unlessLost(visit, findTask(visit.ctx, taskKeyFrom(visit.params))),
	}),
)

export const action = guardedAction(['IMPLEMENTER'], async (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerTypedForm(visit, await schemaOf(visit), async (answer) => {
		const seen = matchedVersion(visit.request, answer.version)
		if (seen === null) throw new Refusal('changed_meanwhile')
		await answerDone(visit.ctx, key, { ...answer, version: seen })
		const { missing } = await findTask(visit.ctx, key)
		return taskHref(visit.locale, key, nextStep(missing))
	})
})

/** Days are held to the plan; of a report that is lost by now, to the calendar alone. */
async function schemaOf({ ctx, params }: Visit): Promise<typeof DoneAnswer> {
	try {
		return doneAnswer(await findTask(ctx, taskKeyFrom(params)))
	} catch (thrown) {
		if (thrown instanceof Refusal) return DoneAnswer
		throw thrown
	}
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.done.title'))

export default function TaskDone() {
	const { task, person } = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	if (task === null || isPlaceLost(rejected)) return <TypedNotLost person={person} rejected={rejected} />
	return <DoneQuestion task={task} person={person} rejected={rejected} />
}
