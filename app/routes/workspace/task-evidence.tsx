import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { EvidenceQuestion } from '#app/components/workspace/evidence-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { addEvidence } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { nextStep } from '#app/domain/progress-update/rules.ts'
import { evidenceAnswer } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { task: await findTask(visit.ctx, taskKeyFrom(visit.params)) }),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = taskKeyFrom(visit.params)
	return answerForm(visit, evidenceAnswer(utcDay(visit.ctx.now)), async (answer) => {
		await addEvidence(visit.ctx, key, answer)
		const { missing } = await findTask(visit.ctx, key)
		return taskHref(visit.locale, key, nextStep(missing))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.evidence.title'))

export default function TaskEvidence() {
	const { task, person } = useLoaderData<typeof loader>()
	return <EvidenceQuestion task={task} person={person} rejected={useActionData<typeof action>()} />
}
