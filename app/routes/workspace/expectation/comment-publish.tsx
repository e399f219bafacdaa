import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { RemarkQuestion } from '#app/components/expectation/remark-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { publishCheckedRemark, remarkPage } from '#app/http/remark-form.server.ts'

export const loader = guardedLoader(['POC'], (visit) => remarkPage(visit, 'expectation-comment.published'))

export const action = confirmedAction(['POC'], (visit) =>
	publishCheckedRemark(visit, 'expectation-comment.published'),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('remark.way.expectation-comment.published'))

export default function PublishComment() {
	return <RemarkQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
