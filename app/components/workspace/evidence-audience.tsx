import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'

/** The typed text of the questions about who may see a piece. */
export type AudienceText = { visibility: string; readers: string; embargoUntil: string }

type Fields = { readonly [Name in keyof AudienceText]: FieldMetadata<string> }

/** Who may see a piece of evidence. What only protection asks is shown once it is chosen, and always in old browsers. */
export function EvidenceAudience({ fields }: { fields: Fields }) {
	const { say } = useWords()
	const { visibility, readers, embargoUntil } = fields
	const chosen = fieldFrom(visibility, say)
	return (
		<div className="app-audience">
			<Radios
				{...chosen}
				defaultValue={chosen.defaultValue ?? 'PUBLIC'}
				label={say('evidence.visibility')}
				size="s"
				items={[
					{ value: 'PUBLIC', label: say('evidence.visibility.PUBLIC') },
					{
						value: 'PROTECTED',
						label: say('evidence.visibility.PROTECTED'),
						hint: say('evidence.visibility.PROTECTED.hint'),
					},
				]}
			/>
			<div className="app-audience__named">
				<TextArea
					{...fieldFrom(readers, say)}
					label={say('evidence.readers')}
					hint={say('evidence.readers.hint')}
					rows={3}
					spellCheck={false}
				/>
				<TextField
					{...fieldFrom(embargoUntil, say)}
					label={say('evidence.embargo')}
					hint={say('evidence.embargo.hint')}
					type="date"
					width={10}
				/>
			</div>
		</div>
	)
}
