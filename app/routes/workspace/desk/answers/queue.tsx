import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AnswerQueuePage } from '#app/components/consultation/answer-queue.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { answerQueue } from '#app/http/reasoned-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, { queue: await answerQueue(visit) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reasoned-answer.queue'))

export default function Answers() {
	return <AnswerQueuePage {...useLoaderData<typeof loader>()} rejected={undefined} />
}
