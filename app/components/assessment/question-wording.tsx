import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { QUESTION_MAX_CHARACTERS } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { ASSESSMENT_KINDS } from '#app/domain/local-assessment/rules.ts'
import { questionsHref } from './addresses.ts'

/** The questions that new assessments are asked, by kind, each with a link to word it anew. */
export function QuestionList(props: {
	questions: readonly QuestionView[]
	mayWord: boolean
	person: Signed
}) {
	const { questions, mayWord, person } = props
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('question.list.title')}</PageTitle>
			<p className="govuk-body">
				{say('question.list.lead', { set: questions[0]?.questionSet ?? say('missing.text') })}
			</p>
			{mayWord ? null : <p className="govuk-body">{say('question.list.whole-site')}</p>}
			{ASSESSMENT_KINDS.map((kind) => (
				<section key={kind}>
					<h2 className="govuk-heading-m">{say(`assessment-kind.${kind}`)}</h2>
					<ol className="govuk-list govuk-list--spaced">
						{questions
							.filter((question) => question.kind === kind)
							.map(({ code, text }) => (
								<li key={code}>
									<TextIn text={text} />{' '}
									{mayWord ? (
										<a className="govuk-link" href={questionsHref(locale, code)}>
											{say('question.word')} <span className="govuk-visually-hidden">{code}</span>
										</a>
									) : null}
								</li>
							))}
					</ol>
				</section>
			))}
		</WorkspacePage>
	)
}

type Typed = { questionSet: string; textEn: string; textId: string; helpEn: string; helpId: string }
type Props = { question: QuestionView; person: Signed; rejected: Rejected }

function worded({ questionSet, text, help }: QuestionView): Typed {
	const [textEn, textId] = [text.en ?? '', text.id ?? '']
	return { questionSet, textEn, textId, helpEn: help?.en ?? '', helpId: help?.id ?? '' }
}

/** One question in both languages, with what its new wording does and does not change. */
export function WordQuestion({ question, person, rejected }: Props) {
	const { say, locale } = useWords()
	const { code, questionSet, basis } = question
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: worded(question),
	})
	const shown = [fields.textId, fields.textEn, fields.helpId, fields.helpEn]
	const labels = ['text-id', 'text-en', 'help-id', 'help-en']
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={questionsHref(locale)}
			errors={errorsOf(rejected, shown, say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={code}>{say('question.title')}</PageTitle>
			<InsetText>{say('question.lead')}</InsetText>
			<p className="app-quiet">{say(`assessment.basis.${basis}`, { code })}</p>
			<QuestionForm action={questionsHref(locale, code)} button={say('question.save')}>
				<input type="hidden" name="questionSet" value={fields.questionSet.initialValue ?? questionSet} />
				{shown.map((field, at) => (
					<TextArea
						key={field.id}
						{...fieldFrom(field, say)}
						label={say(`question.${labels[at] ?? ''}`)}
						maxLength={QUESTION_MAX_CHARACTERS}
						rows={3}
						lang={at % 2 === 0 ? 'id' : 'en'}
					/>
				))}
			</QuestionForm>
		</WorkspacePage>
	)
}
