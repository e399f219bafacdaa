import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { answersTo } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { EXPLANATION_MAX_CHARACTERS, REFERENCES_MAX_CHARACTERS } from '#app/domain/local-assessment/rules.ts'
import { fieldOf } from '#app/domain/local-assessment/schema.ts'
import type { AnswerPart } from '#app/domain/local-assessment/schema.ts'
import { answerInWords, wordsIn } from './assessment-words.ts'
import type { PageForm } from './page-form.ts'

type QuestionFieldsProps = { question: QuestionView; form: PageForm }

/** One question with all that it takes: an answer, a brief explanation in both languages, and references. */
export function QuestionFields({ question, form }: QuestionFieldsProps) {
	const words = useWords()
	const { say } = words
	const { code, scale } = question
	const text = wordsIn(question.text, words)
	const area = (part: Exclude<AnswerPart, 'answer'>, lang: 'en' | 'id' | undefined) => (
		<TextArea
			{...form.textField(fieldOf(code, part))}
			label={
				<>
					{say(`assessment.field.${part}`)}
					<span className="govuk-visually-hidden">: {text}</span>
				</>
			}
			hint={part === 'references' ? say('assessment.field.references.hint') : undefined}
			lang={lang}
			rows={part === 'references' ? 2 : 4}
			maxLength={part === 'references' ? REFERENCES_MAX_CHARACTERS : EXPLANATION_MAX_CHARACTERS}
		/>
	)
	return (
		<section>
			<h2 className="govuk-heading-m">{text}</h2>
			{question.help ? <p className="govuk-body">{wordsIn(question.help, words)}</p> : null}
			<p className="app-quiet">{say(`assessment.basis.${question.basis}`, { code })}</p>
			{scale === 'TEXT' ? null : <Answers question={question} form={form} />}
			{area('explanationId', 'id')}
			{area('explanationEn', 'en')}
			{area('references', undefined)}
		</section>
	)
}

function Answers({ question, form }: QuestionFieldsProps) {
	const words = useWords()
	const name = fieldOf(question.code, 'answer')
	const label = (
		<>
			{words.say('assessment.field.answer')}
			<span className="govuk-visually-hidden">: {wordsIn(question.text, words)}</span>
		</>
	)
	const items = answersTo(question).map((code) => {
		const level = question.scale === 'COMPLETION' ? COMPLETION_LEVELS.find((one) => one === code) : undefined
		return {
			value: code,
			label: level ? <LevelWord level={level} judge="assessed" /> : answerInWords(question, code, words),
		}
	})
	if (question.scale === 'CHOICES')
		return <Checkboxes {...form.choiceField(name)} label={label} size="s" items={items} />
	const { defaultValue, ...field } = form.choiceField(name)
	return <Radios {...field} label={label} size="s" items={items} defaultValue={defaultValue[0]} />
}
