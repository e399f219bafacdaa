import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { NAME_MAX_CHARACTERS } from '#app/domain/invitation/schema.ts'

type Field = Parameters<typeof fieldFrom<string>>[0]

/** The name of an organization or a member, in both languages. */
export function NameFields({ nameEn, nameId }: { nameEn: Field; nameId: Field }) {
	const { say } = useWords()
	return (
		<>
			<TextField {...fieldFrom(nameId, say)} label={say('hosted.name-id')} maxLength={NAME_MAX_CHARACTERS} />
			<TextField {...fieldFrom(nameEn, say)} label={say('hosted.name-en')} maxLength={NAME_MAX_CHARACTERS} />
		</>
	)
}
