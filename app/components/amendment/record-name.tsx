import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RecordName } from '#app/domain/amendment-draft/view.ts'

/** What kind of record it is, its number and its title. */
export function RecordNameText({ name }: { name: RecordName }) {
	const { say } = useWords()
	return (
		<>
			{say(`amendment.record.${name.recordKind}`)} {name.number}{' '}
			<TextIn text={name.title} missing={say('amendment.untitled')} />
		</>
	)
}
