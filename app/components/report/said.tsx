import { useWords } from '#app/components/words.tsx'
import type { Phrase } from '#reports/pdf/block.ts'

/** A phrase of a report in its own language, marked for readers and for screen readers where that is not the page's. */
export function Said({ phrase }: { phrase: Phrase }) {
	const { say, locale } = useWords()
	if (typeof phrase === 'string') return <>{phrase}</>
	if (phrase.lang === locale) return <>{phrase.text}</>
	return (
		<>
			<span lang={phrase.lang}>{phrase.text}</span>{' '}
			<span className="app-language-note">{say(`language.only.${phrase.lang}`)}</span>
		</>
	)
}
