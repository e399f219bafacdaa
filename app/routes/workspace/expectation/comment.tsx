import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { RemarkCheck } from '#app/components/expectation/remark-check.tsx'
import { RemarkQuestion } from '#app/components/expectation/remark-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { checkRemark, remarkPage } from '#app/http/remark-form.server.ts'

export const loader = guardedLoader(['POC'], (visit) => remarkPage(visit, 'expectation-comment.published'))

export const action = guardedAction(['POC'], (visit) => checkRemark(visit, 'expectation-comment.published'))

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('remark.way.expectation-comment.published'))

export default function WriteComment() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) return <RemarkCheck {...facts} answer={answer.shown} />
	return <RemarkQuestion {...facts} rejected={answer} />
}
