import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Details } from '#app/components/ui/details.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { ALT_TEXT_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { EvidenceAudience } from './evidence-audience.tsx'
import type { AudienceText } from './evidence-audience.tsx'
import { EvidenceOnward, SaveAndAnother } from './evidence-desk.tsx'
import { KindField, PassageFields, StanceField, TitleField } from './evidence-fields.tsx'
import { EvidenceFileField } from './evidence-file-field.tsx'
import type { EvidencePlace } from './evidence-place.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'

type FileText = AudienceText & {
	upload: string
	kind: string
	title: string
	altText: string
	stance: string
	excerpt: string
	locator: string
}

/** The form of a file, with what is wrong with it. */
export function useFileForm(rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<FileText>({ id: 'answer', lastResult: rejected?.reply })
	const { upload, kind, title, altText, stance, excerpt, locator } = fields
	const { visibility, readers, embargoUntil } = fields
	const asked = [upload, kind, title, altText, stance, excerpt, locator, visibility, readers, embargoUntil]
	const errors: readonly FieldError[] = errorsOf(rejected, asked, say)
	return { fields, errors }
}

type EvidenceFileFormProps = {
	form: ReturnType<typeof useFileForm>
	place: EvidencePlace
	/** The file that came with a form that was not taken. */
	received: ReceivedFile | null
}

/** Asks for one file: the file itself, what it is and shows; where more is asked, who may see it. */
export function EvidenceFileForm({ form: { fields }, place, received }: EvidenceFileFormProps) {
	const { say } = useWords()
	return (
		<QuestionForm
			action={place.hrefOf('evidence/file')}
			encType="multipart/form-data"
			version={place.version}
			beside={
				<>
					<SaveAndAnother action={place.hrefOf('evidence/file/another')} />
					<EvidenceOnward place={place} />
				</>
			}
		>
			<WhatCleaningDoes />
			<EvidenceFileField field={fields.upload} received={received} />
			<KindField field={fields.kind} />
			<TitleField field={fields.title} />
			<TextArea
				{...fieldFrom(fields.altText, say)}
				label={say('evidence.alt-text')}
				hint={say('evidence.alt-text.hint')}
				rows={3}
				maxLength={ALT_TEXT_MAX_CHARACTERS}
			/>
			{place.hasStance ? (
				<>
					<StanceField field={fields.stance} />
					<PassageFields excerpt={fields.excerpt} locator={fields.locator} />
				</>
			) : null}
			{place.asksMore ? <EvidenceAudience fields={fields} /> : null}
		</QuestionForm>
	)
}

/** Said before anything is sent: what is taken out of a file, what cannot be, and what becomes of the original. */
export function WhatCleaningDoes() {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">{say('evidence.cleaning.stays')}</p>
			<Details summary={say('evidence.cleaning.title')}>
				<p className="govuk-body">{say('evidence.cleaning.goes')}</p>
				<p className="govuk-body">{say('evidence.cleaning.drawn')}</p>
				<p className="govuk-body">{say('evidence.cleaning.original')}</p>
			</Details>
		</>
	)
}
