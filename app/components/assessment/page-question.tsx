import { commitmentHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AnsweredPage, AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { assessPageHref } from './addresses.ts'
import { AnswerText } from './answer-text.tsx'
import { DeskFrame, pageTitle } from './desk-frame.tsx'
import { pageForm } from './page-form.ts'
import type { PageForm } from './page-form.ts'
import { QuestionFields } from './question-fields.tsx'

type PageQuestionProps = {
	desk: AssessmentDesk
	page: AnsweredPage
	person: Signed
	rejected: Rejected
}

/** One section as a page: whatever is answered is saved; what is missing is said before it is published. */
export function PageQuestion({ desk, page, person, rejected }: PageQuestionProps) {
	const words = useWords()
	const { say, locale } = words
	const stored = page.answers.flatMap(({ given }) => given ?? [])
	const form = pageForm({ questions: page.questions, stored }, rejected, say)
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={pageTitle(desk, page, words)}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				{page.answers.map((answer) => (
					<AnswerText key={answer.question.code} question={answer.question} given={answer.given} />
				))}
			</StoredNow>
			{page.commitmentId === null ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={commitmentHref(locale, page.commitmentId)}>
						{say('assessment.what-is-public')}
					</a>
				</p>
			)}
			<p className="govuk-body">{say('assessment.page.lead')}</p>
			<PageFields desk={desk} page={page} form={form} />
		</DeskFrame>
	)
}

type PageFieldsProps = { desk: AssessmentDesk; page: AnsweredPage; form: PageForm }

/** The fields of all questions, and two ways to save them: back to the overview, or on to the evidence. */
function PageFields({ desk: { place }, page, form }: PageFieldsProps) {
	const { say, locale } = useWords()
	const { section, commitmentId } = page
	return (
		<QuestionForm
			action={assessPageHref(locale, place, { section, commitmentId })}
			beside={
				<button
					type="submit"
					className="govuk-button govuk-button--secondary"
					formAction={assessPageHref(locale, place, { section, commitmentId, then: 'then-evidence' })}
				>
					{say('assessment.page.then-evidence')}
				</button>
			}
		>
			<input type="hidden" name="seen" value={page.stamp} />
			{page.questions.map((question) => (
				<QuestionFields key={question.code} question={question} form={form} />
			))}
		</QuestionForm>
	)
}
