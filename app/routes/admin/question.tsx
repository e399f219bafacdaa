import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { questionsHref } from '#app/components/assessment/addresses.ts'
import { WordQuestion } from '#app/components/assessment/question-wording.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { wordQuestion } from '#app/domain/assessment-question/commands.server.ts'
import { findNewestQuestion } from '#app/domain/assessment-question/queries.server.ts'
import { QuestionWording } from '#app/domain/assessment-question/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { questionCodeFrom } from '#app/http/code-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) => {
	const code = questionCodeFrom(visit.params.questionCode)
	return workspacePage(visit, { question: await findNewestQuestion(visit.ctx, code) })
})

export const action = guardedAction(['INSTANCE_ADMIN'], (visit) => {
	const code = questionCodeFrom(visit.params.questionCode)
	return answerForm(visit, QuestionWording, async (answer) => {
		await wordQuestion(visit.ctx, code, answer)
		return questionsHref(visit.locale)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('question.title'))

export default function QuestionPage() {
	const { question, person } = useLoaderData<typeof loader>()
	return <WordQuestion question={question} person={person} rejected={useActionData<typeof action>()} />
}
