import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { TRANSLATIONS } from '#app/domain/text-state/rules.ts'

type SecondLanguageProps = {
	field: FieldMetadata<string>
	/** Whether the page asks also what only some reports need. */
	asksMore: boolean
}

/** Whether a machine wrote one of the two languages. What was said of it stays as it is where it is not asked. */
export function SecondLanguage({ field, asksMore }: SecondLanguageProps) {
	const { say } = useWords()
	const given = fieldFrom(field, say)
	if (!asksMore && !given.errors) {
		return <input type="hidden" name={given.name} value={given.defaultValue ?? ''} />
	}
	const items = TRANSLATIONS.map((code) => ({ value: code, text: say(`translation.${code}`) }))
	return (
		<Select
			{...given}
			label={say('task.translation.label')}
			hint={say('task.translation.hint')}
			items={[{ value: '', text: say('translation.NONE') }, ...items]}
		/>
	)
}
