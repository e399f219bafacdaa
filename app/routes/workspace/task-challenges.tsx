import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { ChallengesQuestion } from '#app/components/workspace/challenges-question.tsx'
import { TypedNotLost, isPlaceLost } from '#app/components/workspace/typed-not-lost.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerChallenges } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { nextStep } from '#app/domain/progress-update/rules.ts'
import { ChallengesAnswer } from '#app/domain/progress-update/schema.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'
import { answerTypedForm, unlessLost } from '#app/http/typed-form.server.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, {
		task: await unlessLost(visit, findTask(visit.ctx, taskKeyFrom(visit.params))),
	}),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerTypedForm(visit, ChallengesAnswer, async (answer) => {
		await answerChallenges(visit.ctx, key, answer)
		const { missing } = await findTask(visit.ctx, key)
		return taskHref(visit.locale, key, nextStep(missing))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.challenges.title'))

export default function TaskChallenges() {
	const { task, person } = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	if (task === null || isPlaceLost(rejected)) return <TypedNotLost person={person} rejected={rejected} />
	return <ChallengesQuestion task={task} person={person} rejected={rejected} />
}
