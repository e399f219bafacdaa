import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AnswerPage, CheckAnswer } from '#app/components/consultation/answer-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { checkAnswer, oneAnswerPage } from '#app/http/reasoned-answer.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], oneAnswerPage)

export const action = guardedAction(['POC', 'SECRETARIAT'], checkAnswer)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reasoned-answer.give'))

export default function OneAnswer() {
	const facts = useLoaderData<typeof loader>()
	const asked = useActionData<typeof action>()
	const [contribution] = facts.answered.contributions
	if (asked && 'shown' in asked)
		return <CheckAnswer {...facts} shown={asked.shown} contributionId={contribution?.recordId} />
	return <AnswerPage {...facts} rejected={asked} />
}
