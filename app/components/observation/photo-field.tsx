import type { FieldMetadata } from '@conform-to/react'
import { fileFacts, fileSize, removedWords } from '#app/components/evidence/file-words.ts'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { classes } from '#app/components/ui/class-names.ts'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { FormGroup, HintAndError, Label, describedBy, hasErrors } from '#app/components/ui/form-group.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'

type PhotoFieldProps = {
	upload: FieldMetadata<string>
	altText: FieldMetadata<string>
	received: ReceivedFile | null
}

/** A picture beside an observation, and what it shows in words. One that has arrived is kept, unless its mark is taken off. */
export function PhotoField({ upload, altText, received }: PhotoFieldProps) {
	const words = useWords()
	const { say } = words
	const { id, errors } = fieldFrom(upload, say)
	const hint = say('observation.photo.hint', { most: fileSize(FILE_MAX_BYTES, words) })
	return (
		<>
			<TextArea
				{...fieldFrom(altText, say)}
				label={say('observation.photo.shows')}
				hint={say('observation.photo.shows.hint')}
				rows={2}
			/>
			{received ? (
				<Checkboxes
					id="photo-kept"
					name="upload"
					label={say('evidence.file.kept')}
					size="s"
					defaultValue={received.upload}
					items={[{ value: received.upload, label: fileFacts(received, words) }]}
				/>
			) : null}
			<FormGroup errors={errors}>
				<Label htmlFor={id} label={say('observation.photo')} />
				<HintAndError id={id} hint={hint} errors={errors} />
				<input
					className={classes('govuk-file-upload', hasErrors(errors) && 'govuk-file-upload--error')}
					id={id}
					name="file"
					type="file"
					accept="image/jpeg,image/png,image/webp"
					aria-describedby={describedBy({ id, hint, errors })}
				/>
			</FormGroup>
		</>
	)
}

/** The picture that was sent, on the page that shows everything once more; nothing without one. */
export function photoRows(
	received: ReceivedFile | null,
	altText: string | undefined,
	words: Words,
): SummaryRow[] {
	if (received === null) return []
	const { say } = words
	return [
		{ key: say('observation.photo'), value: fileFacts(received, words) },
		{ key: say('observation.photo.removed'), value: removedWords(received.removed, words) },
		{ key: say('observation.photo.shows'), value: altText ?? say('observation.not-given') },
	]
}
