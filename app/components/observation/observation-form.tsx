import { useForm } from '@conform-to/react'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { OBSERVATION_MAX_CHARACTERS, WRITTEN_LANGUAGES } from '#app/domain/observation/rules.ts'
import type { ObservationForm as Answer } from '#app/domain/observation/schema.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { observeHref } from './addresses.ts'
import { PhotoField } from './photo-field.tsx'

type Fields = {
	text: string
	locale: string
	seenOn: string
	url: string
	website: string
	altText: string
	upload: string
}

/** The fields of an observation, with what was typed and what is wrong with it. */
export function useObservationFields(rejected: Rejected, shown?: Answer) {
	const { locale } = useWords()
	const [, fields] = useForm<Fields>({
		id: 'observation',
		lastResult: rejected?.reply,
		defaultValue: shown ?? { locale },
	})
	const { text, locale: language, seenOn, url, website, upload, altText } = fields
	return [text, language, seenOn, url, website, upload, altText] as const
}

type ObservationFormProps = {
	milestoneId: string
	ticket: string
	fields: ReturnType<typeof useObservationFields>
	received: ReceivedFile | null
}

/** Where anyone says what they saw, without an account. It leads to a page that shows it once more. */
export function ObservationForm({ milestoneId, ticket, fields, received }: ObservationFormProps) {
	const { say, locale } = useWords()
	const [text, language, seenOn, url, website, upload, altText] = fields
	return (
		<form method="post" action={observeHref(locale, milestoneId)} encType="multipart/form-data" noValidate>
			<input type="hidden" name="ticket" value={ticket} />
			<TextArea
				{...fieldFrom(text, say)}
				label={say('observation.text')}
				hint={say('observation.text.hint')}
				rows={8}
				maxLength={OBSERVATION_MAX_CHARACTERS}
			/>
			<Radios
				{...fieldFrom(language, say)}
				label={say('observation.language')}
				items={WRITTEN_LANGUAGES.map((value) => ({ value, label: say(`written-language.${value}`) }))}
			/>
			<TextField
				{...fieldFrom(seenOn, say)}
				label={say('observation.seen-on')}
				hint={say('observation.seen-on.hint')}
				type="date"
				width={10}
			/>
			<TextField
				{...fieldFrom(url, say)}
				label={say('observation.url')}
				hint={say('observation.url.hint')}
				maxLength={URL_MAX_CHARACTERS}
				spellCheck={false}
			/>
			<Trap field={website} />
			<PhotoField upload={upload} altText={altText} received={received} />
			<Button>{say('observation.check')}</Button>
		</form>
	)
}

/** A field that people do not see and programs fill in. */
function Trap({ field: { id, name } }: { field: ReturnType<typeof useObservationFields>[4] }) {
	const { say } = useWords()
	return (
		<div className="govuk-visually-hidden">
			<TextField id={id} name={name} label={say('observation.website')} autoComplete="off" />
		</div>
	)
}
