import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AnswerPage } from '#app/components/consultation/answer-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { oneAnswerPage, publishOneAnswer } from '#app/http/reasoned-answer.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], oneAnswerPage)

export const action = confirmedAction(['POC', 'SECRETARIAT'], publishOneAnswer)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reasoned-answer.give'))

export default function PublishOneAnswer() {
	return <AnswerPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
