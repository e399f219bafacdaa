import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { QuestionList } from '#app/components/assessment/question-wording.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listNewestQuestions } from '#app/domain/assessment-question/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, await listNewestQuestions(visit.ctx)),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('question.list.title'))

export default function QuestionsPage() {
	return <QuestionList {...useLoaderData<typeof loader>()} />
}
