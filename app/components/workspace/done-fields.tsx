import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { DONE_MAX_CHARACTERS } from '#app/domain/progress-update/rules.ts'

type PairProps = {
	/** The texts in Indonesian and English. */
	fields: { readonly id: FieldMetadata<string>; readonly en: FieldMetadata<string> }
	/** `<words>.in-indonesian` and `<words>.in-english` say what is asked. */
	words: 'workspace' | 'task.next-step' | 'commitment-level.sentence'
	rows?: number | undefined
}

/** One text in two languages. */
export function TextPair({ fields, words, rows }: PairProps) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(fields.id, say)}
				label={say(`${words}.in-indonesian`)}
				lang="id"
				rows={rows}
				maxLength={DONE_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(fields.en, say)}
				label={say(`${words}.in-english`)}
				lang="en"
				rows={rows}
				maxLength={DONE_MAX_CHARACTERS}
			/>
		</>
	)
}
