import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import {
	EVIDENCE_KINDS,
	EXCERPT_MAX_CHARACTERS,
	LOCATOR_MAX_CHARACTERS,
	STANCES,
	TITLE_MAX_CHARACTERS,
} from '#app/domain/evidence/rules.ts'

type Asked = { field: FieldMetadata<string> }

/** What kind of evidence a piece is. */
export function KindField({ field }: Asked) {
	const { say } = useWords()
	const kinds = EVIDENCE_KINDS.map((code) => ({ value: code, text: say(`evidence-kind.${code}`) }))
	return (
		<Select
			{...fieldFrom(field, say)}
			label={say('task.evidence.kind')}
			items={[{ value: '', text: say('workspace.choose') }, ...kinds]}
		/>
	)
}

/** What a piece shows, in a few words. */
export function TitleField({ field }: Asked) {
	const { say } = useWords()
	return (
		<TextField
			{...fieldFrom(field, say)}
			label={say('task.evidence.what')}
			maxLength={TITLE_MAX_CHARACTERS}
		/>
	)
}

/** What a piece says about the claim that is judged. */
export function StanceField({ field }: Asked) {
	const { say } = useWords()
	return (
		<Radios
			{...fieldFrom(field, say)}
			label={say('finding.evidence.stance')}
			size="s"
			items={STANCES.map((code) => ({ value: code, label: say(`stance.${code}`) }))}
		/>
	)
}

/** What of a piece matters, and where in it that stands; both may stay open. */
export function PassageFields({ excerpt, locator }: { excerpt: Asked['field']; locator: Asked['field'] }) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(excerpt, say)}
				label={say('evidence.excerpt.field')}
				hint={say('evidence.excerpt.hint')}
				rows={3}
				maxLength={EXCERPT_MAX_CHARACTERS}
			/>
			<TextField
				{...fieldFrom(locator, say)}
				label={say('evidence.locator.field')}
				hint={say('evidence.locator.hint')}
				maxLength={LOCATOR_MAX_CHARACTERS}
			/>
		</>
	)
}
