import type { Bilingual } from '#app/domain/bilingual.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { PairStates } from '#app/domain/text-state/rules.ts'
import type { TextState } from '#app/domain/text-state/schema.ts'
import { TextIn } from './text-in.tsx'
import { useWords } from './words.tsx'

/** What became of a text in its second language, in words; nothing of one that a person wrote. */
export function TextStateNote({ state }: { state: TextState | null }) {
	const { say } = useWords()
	if (state === null) return null
	return <span className="app-quiet">{say(`text-state.${state}`)}</span>
}

/** A published text as readers see it, with what became of it in the language that is shown. */
export function TextWithState({ text, states }: { text: Bilingual; states: PairStates }) {
	const { locale } = useWords()
	const shown = textIn(text, locale)
	const state = shown === null ? null : states[shown.locale]
	return (
		<>
			<TextIn text={text} />
			{state === null ? null : (
				<>
					<br />
					<TextStateNote state={state} />
				</>
			)}
		</>
	)
}
