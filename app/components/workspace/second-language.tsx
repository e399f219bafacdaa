import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Details } from '#app/components/ui/details.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { TRANSLATIONS } from '#app/domain/text-state/rules.ts'

/** Whether a machine wrote one of the two languages, for those who used one. */
export function SecondLanguage({ field }: { field: FieldMetadata<string> }) {
	const { say } = useWords()
	const items = TRANSLATIONS.map((code) => ({ value: code, text: say(`translation.${code}`) }))
	return (
		<Details summary={say('task.translation')} isOpen={Boolean(field.initialValue)}>
			<Select
				{...fieldFrom(field, say)}
				label={say('task.translation.label')}
				hint={say('task.translation.hint')}
				items={[{ value: '', text: say('translation.NONE') }, ...items]}
			/>
		</Details>
	)
}
