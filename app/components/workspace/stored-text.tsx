import { TextStateNote } from '#app/components/text-state.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { PairStates } from '#app/domain/text-state/rules.ts'

const LANGUAGES = ['id', 'en'] as const

type StoredTextProps = { text: Bilingual; states?: PairStates | undefined }

/** A text as it is stored, in each language it was given in, with what became of its second language. */
export function StoredText({ text, states }: StoredTextProps) {
	const { say } = useWords()
	if (text.id === null && text.en === null) return <>{say('workspace.not-given')}</>
	return (
		<>
			{LANGUAGES.map((language) =>
				text[language] === null ? null : (
					<div key={language}>
						<p className="app-quote" lang={language}>
							{text[language]}
						</p>
						<TextStateNote state={states?.[language] ?? null} />
					</div>
				),
			)}
		</>
	)
}
