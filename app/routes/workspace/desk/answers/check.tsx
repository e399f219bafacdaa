import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CheckAnswer } from '#app/components/consultation/answer-page.tsx'
import { AnswerQueuePage } from '#app/components/consultation/answer-queue.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { answerQueue, checkAnswer } from '#app/http/reasoned-answer.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, { queue: await answerQueue(visit) }),
)

export const action = guardedAction(['POC', 'SECRETARIAT'], checkAnswer)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('desk.check.title'))

export default function CheckAnswers() {
	const facts = useLoaderData<typeof loader>()
	const asked = useActionData<typeof action>()
	if (asked && 'shown' in asked) {
		const { desk, consultation, waiting } = facts.queue
		const contributions = waiting.filter(({ recordId }) => asked.shown.contributionIds.includes(recordId))
		const answered = { desk, consultation, contributions }
		return <CheckAnswer answered={answered} person={facts.person} shown={asked.shown} />
	}
	return <AnswerQueuePage {...facts} rejected={asked} />
}
