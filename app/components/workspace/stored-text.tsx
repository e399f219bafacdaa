import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'

/** A text as it is stored, in each language it was given in. */
export function StoredText({ text }: { text: Bilingual }) {
	const { say } = useWords()
	if (text.id === null && text.en === null) return <>{say('workspace.not-given')}</>
	return (
		<>
			{text.id === null ? null : (
				<p className="app-quote" lang="id">
					{text.id}
				</p>
			)}
			{text.en === null ? null : (
				<p className="app-quote" lang="en">
					{text.en}
				</p>
			)}
		</>
	)
}
