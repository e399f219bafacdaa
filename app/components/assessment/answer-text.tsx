import type { ReactNode } from 'react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { AssessmentAnswer } from '#app/domain/local-assessment/schema.ts'
import { answersInWords } from './assessment-words.ts'

type AnswerTextProps = {
	question: QuestionView
	given: AssessmentAnswer | null
	/** One step below the heading it stands under. */
	heading?: 'h3' | 'h4'
	children?: ReactNode
}

/** A question with what was answered; that nothing was is said too. */
export function AnswerText({ question, given, heading: Heading = 'h3', children }: AnswerTextProps) {
	const { say } = useWords()
	const hasExplanation = Boolean(given?.explanationEn) || Boolean(given?.explanationId)
	return (
		<section>
			<Heading className="govuk-heading-s">
				<TextIn text={question.text} />
			</Heading>
			{question.scale === 'TEXT' ? null : (
				<p className="govuk-body">
					<strong>
						<GivenAnswer question={question} given={given} />
					</strong>
				</p>
			)}
			{hasExplanation && given ? (
				<p className="govuk-body app-quote">
					<TextIn text={{ en: given.explanationEn, id: given.explanationId }} />
				</p>
			) : question.scale === 'CHOICES' ? null : (
				<p className="govuk-body app-missing">{say('assessment.explanation.none')}</p>
			)}
			{given?.references ? (
				<p className="govuk-body app-quote">
					{say('assessment.field.references')}: {given.references}
				</p>
			) : null}
			{children}
		</section>
	)
}

function GivenAnswer({ question, given }: Pick<AnswerTextProps, 'question' | 'given'>) {
	const words = useWords()
	const level = COMPLETION_LEVELS.find((one) => one === given?.answer)
	if (question.scale === 'COMPLETION' && level) return <LevelWord level={level} judge="assessed" />
	return <>{answersInWords(question, given?.answer ?? null, words) ?? words.say('assessment.answer.none')}</>
}
