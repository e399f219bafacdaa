import type { FieldMetadata } from '@conform-to/react'
import { fileFacts, fileSize, removedWords } from '#app/components/evidence/file-words.ts'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { classes } from '#app/components/ui/class-names.ts'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { FormGroup, HintAndError, Label, describedBy, hasErrors } from '#app/components/ui/form-group.tsx'
import { useWords } from '#app/components/words.tsx'
import { ACCEPTED_FILES } from '#app/domain/evidence/rules.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'
import { uploadWords } from './upload-words.ts'

type EvidenceFileFieldProps = { field: FieldMetadata<string>; received: ReceivedFile | null }

/**
 * The choice of a file. Plain, it is sent with the form. Where the page's script runs, it is sent as soon as it is
 * chosen, and what is hidden here shows how far it has come (`send-file.ts`).
 */
export function EvidenceFileField({ field, received }: EvidenceFileFieldProps) {
	const words = useWords()
	const { say } = words
	const { id, errors } = fieldFrom(field, say)
	const hint = say('evidence.file.hint', { most: fileSize(FILE_MAX_BYTES, words) })
	return (
		<div data-upload-words={JSON.stringify(uploadWords(say))}>
			{received ? <KeptFile received={received} /> : null}
			<FormGroup errors={errors}>
				<Label htmlFor={id} label={say(received ? 'evidence.file.another' : 'evidence.file')} />
				<HintAndError id={id} hint={hint} errors={errors} />
				<input
					className={classes('govuk-file-upload', hasErrors(errors) && 'govuk-file-upload--error')}
					id={id}
					name="file"
					type="file"
					accept={ACCEPTED_FILES}
					aria-describedby={describedBy({ id, hint, errors })}
				/>
				<OnItsWay />
			</FormGroup>
		</div>
	)
}

/** What the script shows of a file on its way. Only its beginning and its end are read out. */
function OnItsWay() {
	const { say } = useWords()
	return (
		<div className="app-upload">
			<input type="hidden" name="upload" data-part="upload" disabled />
			<progress className="app-upload__bar" aria-label={say('upload.progress')} hidden />
			<p className="govuk-body-s" data-part="share" hidden />
			<p className="app-upload__said" role="status" />
			<button type="button" className="govuk-button govuk-button--secondary" hidden>
				{say('upload.cancel')}
			</button>
		</div>
	)
}

/** The file that came with a form that was not taken: kept, unless its mark is taken off. */
function KeptFile({ received }: { received: ReceivedFile }) {
	const words = useWords()
	const { say } = words
	return (
		<Checkboxes
			id="answer-kept"
			name="upload"
			label={say('evidence.file.kept')}
			size="s"
			defaultValue={received.upload}
			items={[
				{
					value: received.upload,
					label: fileFacts(received, words),
					hint: say('evidence.file.kept.hint', { removed: removedWords(received.removed, words) }),
				},
			]}
		/>
	)
}
