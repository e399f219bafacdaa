import type { FieldMetadata } from '@conform-to/react'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'

type WhyCorrectedProps = {
	reason: FieldMetadata<string>
	isRetracted: FieldMetadata<string>
	/** What taking it back means. */
	hint: string
}

/** Why a published act is corrected, and whether it was published in error. */
export function WhyCorrected({ reason, isRetracted, hint }: WhyCorrectedProps) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(reason, say)}
				label={say('desk.reason')}
				hint={say('desk.reason.hint')}
				rows={3}
			/>
			<Checkboxes
				{...fieldFrom(isRetracted, say)}
				label={say('desk.retract')}
				size="s"
				items={[{ value: 'on', label: say('desk.retract.label'), hint }]}
			/>
		</>
	)
}
