import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { EarlierOwnFinding } from '#app/domain/finding-draft/view.ts'

type FollowUpFieldProps = { field: FieldMetadata<string>; earlier: readonly EarlierOwnFinding[] }

/** Which earlier finding of the organization this one follows up; nothing where there is none. */
export function FollowUpField({ field, earlier }: FollowUpFieldProps) {
	const words = useWords()
	const { say } = words
	if (earlier.length === 0) return null
	const items = earlier.map((found) => ({ value: found.recordId, text: earlierInWords(found, words) }))
	return (
		<Select
			{...fieldFrom(field, say)}
			label={say('finding.follows-up')}
			hint={say('finding.follows-up.hint')}
			items={[{ value: '', text: say('finding.follows-up.none') }, ...items]}
		/>
	)
}

/** An earlier finding in one line: when, about what, with which outcome. */
export function earlierInWords(found: EarlierOwnFinding, { say, locale, format }: Words): string {
	const about = found.milestoneTitle && textIn(found.milestoneTitle, locale)?.text
	return say('finding.follows-up.item', {
		on: format.day(found.publishedOn),
		about: about ?? say('verify.commitment.whole'),
		outcome: say(`outcome.${found.outcome}`),
	})
}
