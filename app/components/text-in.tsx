import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { useWords } from './words.tsx'

type TextInProps = {
	text: Bilingual
	/** What is said when the source gives no text at all; by default just that. */
	missing?: string | undefined
}

/**
 * A published text in the page's language or, where it exists only in the other one, in that, marked as such for
 * readers and for screen readers.
 */
export function TextIn({ text, missing }: TextInProps) {
	const { say, locale } = useWords()
	const found = textIn(text, locale)
	if (found === null) return <span className="app-missing">{missing ?? say('missing.text')}</span>
	if (found.locale === locale) return <>{found.text}</>
	return (
		<>
			<span lang={found.locale}>{found.text}</span>{' '}
			<span className="app-language-note">{say(`language.only.${found.locale}`)}</span>
		</>
	)
}
