import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AnswerQueuePage } from '#app/components/consultation/answer-queue.tsx'
import { answersHref } from '#app/components/consultation/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishAnswers } from '#app/domain/reasoned-answer/commands.server.ts'
import { AnswerForm } from '#app/domain/reasoned-answer/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { answerPlace, answerQueue } from '#app/http/reasoned-answer.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, { queue: await answerQueue(visit) }),
)

/** The same answer to all that were chosen, each as an act of its own; the list then begins with the newest of them. */
export const action = confirmedAction(['POC', 'SECRETARIAT'], (visit) => {
	const place = answerPlace(visit)
	return answerForm(visit, AnswerForm, async (answer) => {
		await publishAnswers(visit.ctx, place, answer)
		return answersHref(visit.locale, place)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reasoned-answer.queue'))

export default function PublishAnswers() {
	return <AnswerQueuePage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
