import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { AssessmentText } from '#app/domain/self-assessment/schema.ts'

type WrittenTextProps = { text: AssessmentText | null }

/** A text of a self-assessment in the page's language or, where there is none, in the other one, which is said. */
export function WrittenText({ text }: WrittenTextProps) {
	const { say, locale } = useWords()
	const found = text && textIn(text, locale)
	if (!text || found === null)
		return <p className="govuk-body app-missing">{say('self-assessment.not-written')}</p>
	if (found.locale === locale) return <p className="app-quote">{found.text}</p>
	return (
		<>
			<p className="app-quiet">
				{text.notTranslated
					? say(`self-assessment.not-translated.${found.locale}`)
					: say(`language.only.${found.locale}`)}
			</p>
			<p className="app-quote" lang={found.locale}>
				{found.text}
			</p>
		</>
	)
}
