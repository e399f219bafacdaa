import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { partsOf } from '#app/domain/search/rules.ts'
import type { MarkedText } from '#app/domain/search/view.ts'

type MarkedInProps = { text: MarkedText; missing?: string | undefined }

/** A text in the page's language or, where it exists only in the other one, in that and said so; what matches is marked. */
export function MarkedIn({ text, missing }: MarkedInProps) {
	const { say, locale } = useWords()
	const found = textIn(text, locale)
	if (found === null) return missing === undefined ? null : <span className="app-missing">{missing}</span>
	const isOther = found.locale !== locale
	return (
		<>
			<span lang={isOther ? found.locale : undefined}>
				{partsOf(found.text).map((part, at) =>
					part.isMatch ? <mark key={at}>{part.text}</mark> : part.text,
				)}
			</span>
			{isOther ? (
				<>
					{' '}
					<span className="app-language-note">{say(`language.only.${found.locale}`)}</span>
				</>
			) : null}
		</>
	)
}
