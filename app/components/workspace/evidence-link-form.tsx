import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { EvidenceAudience } from './evidence-audience.tsx'
import type { AudienceText } from './evidence-audience.tsx'
import { EvidenceOnward, SaveAndAnother } from './evidence-desk.tsx'
import { KindField, PassageFields, StanceField, TitleField } from './evidence-fields.tsx'
import type { EvidencePlace } from './evidence-place.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'

type LinkText = AudienceText & {
	kind: string
	url: string
	title: string
	archiveUrl: string
	stance: string
	excerpt: string
	locator: string
}

/** The form of a link, with what is wrong with it. */
export function useLinkForm(rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<LinkText>({ id: 'answer', lastResult: rejected?.reply })
	const { kind, url, title, archiveUrl, stance, excerpt, locator } = fields
	const { visibility, readers, embargoUntil } = fields
	const asked = [url, archiveUrl, kind, title, stance, excerpt, locator, visibility, readers, embargoUntil]
	const errors: readonly FieldError[] = errorsOf(rejected, asked, say)
	return { fields, errors }
}

type EvidenceLinkFormProps = { form: ReturnType<typeof useLinkForm>; place: EvidencePlace }

/** Asks for one link: where it is, what it is and shows; where more is asked, a copy in an archive and who may see it. */
export function EvidenceLinkForm({ form: { fields }, place }: EvidenceLinkFormProps) {
	const { say } = useWords()
	const { hasStance, asksMore } = place
	return (
		<QuestionForm
			action={place.hrefOf('evidence')}
			version={place.version}
			beside={
				<>
					<SaveAndAnother action={place.hrefOf('evidence/another')} />
					<EvidenceOnward place={place} />
				</>
			}
		>
			<TextField
				{...fieldFrom(fields.url, say)}
				label={say(hasStance ? 'finding.evidence.url' : 'task.evidence.url')}
				type={hasStance ? 'text' : 'url'}
				maxLength={URL_MAX_CHARACTERS}
				spellCheck={false}
			/>
			<KindField field={fields.kind} />
			<TitleField field={fields.title} />
			{hasStance ? (
				<>
					<StanceField field={fields.stance} />
					<PassageFields excerpt={fields.excerpt} locator={fields.locator} />
				</>
			) : null}
			{asksMore ? <WhatFewNeed fields={fields} /> : null}
		</QuestionForm>
	)
}

/** What only some links need: a copy in an archive, and who may see the piece. */
function WhatFewNeed({ fields }: Pick<ReturnType<typeof useLinkForm>, 'fields'>) {
	const { say } = useWords()
	return (
		<>
			<TextField
				{...fieldFrom(fields.archiveUrl, say)}
				label={say('evidence.archive.field')}
				hint={say('evidence.archive.hint')}
				type="url"
				maxLength={URL_MAX_CHARACTERS}
				spellCheck={false}
			/>
			<EvidenceAudience fields={fields} />
		</>
	)
}
