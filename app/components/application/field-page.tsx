import { useForm } from '@conform-to/react'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { TEXT_MAX_CHARACTERS } from '#app/domain/application/rules.ts'
import type { ApplicationField, ApplicationView } from '#app/domain/application/view.ts'
import { fieldHref } from './addresses.ts'
import { ApplicationFrame } from './application-frame.tsx'
import type { ApplicationFacts } from './application-frame.tsx'
import { lengthText, lengthWords } from './length-text.ts'
import { FieldHelp, Standing, StoredField } from './stored-field.tsx'

type FieldPageProps = ApplicationFacts & { field: ApplicationField; rejected: Rejected }

/** A field to read: what stands in it, who stands behind it, and the button to stand behind it oneself. */
export function FieldPage({ application, person, field, rejected }: FieldPageProps) {
	const { say, locale } = useWords()
	const place = { applicationId: application.id, field: field.code }
	return (
		<ApplicationFrame {...{ application, person, rejected }} title={<TextIn text={field.title} />}>
			<FieldHelp field={field} />
			<ReadOnly application={application} />
			<StoredField field={field} application={application} />
			<h2 className="govuk-heading-m">{say('application.standing.title')}</h2>
			<Standing field={field} />
			<Confirm application={application} field={field} />
			{application.isWritable ? (
				<ButtonLink href={fieldHref(locale, place, 'write')} variant="secondary">
					{say(field.newest ? 'application.text.change' : 'application.text.begin')}
				</ButtonLink>
			) : null}
		</ApplicationFrame>
	)
}

/** The button to stand behind the newest version, which the page shows. */
function Confirm({ application, field }: { application: ApplicationView; field: ApplicationField }) {
	const { say, locale } = useWords()
	const { newest } = field
	if (!application.isWritable || newest === null || newest.text === '') return null
	if (field.confirmations[application.side]?.version === newest.version) return null
	const place = { applicationId: application.id, field: field.code }
	return (
		<>
			<p className="govuk-body">{say('application.confirm.lead')}</p>
			<QuestionForm
				action={fieldHref(locale, place, 'confirm')}
				version={newest.version}
				button={say('application.confirm', { version: newest.version })}
			/>
		</>
	)
}

/** Why nothing can be changed any more, where that is so. */
export function ReadOnly({ application }: { application: ApplicationView }) {
	const { say } = useWords()
	if (application.isWritable) return null
	const key =
		application.standing === 'CLOSED' ? 'application.read-only.closed' : 'application.read-only.sent'
	return <InsetText>{say(key)}</InsetText>
}

/** A field to write. After two people wrote at once, the stored text stands above what this person typed. */
export function FieldForm({ application, person, field, rejected }: FieldPageProps) {
	const { say, locale } = useWords()
	const [, { text }] = useForm<{ text: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { text: field.newest?.text ?? '' },
	})
	const place = { applicationId: application.id, field: field.code }
	return (
		<ApplicationFrame
			{...{ application, person, rejected }}
			title={<TextIn text={field.title} />}
			errors={errorsOf(rejected, [text], say)}
		>
			<FieldHelp field={field} />
			<ReadOnly application={application} />
			<StoredNow refusal={rejected?.reason}>
				<StoredField field={field} application={application} />
			</StoredNow>
			<QuestionForm
				action={fieldHref(locale, place, 'write')}
				version={field.newest?.version ?? 0}
				button={say('application.text.save')}
			>
				<TextArea
					{...fieldFrom(text, say)}
					label={say('application.text.label')}
					hint={<LimitHint application={application} field={field} />}
					lang={application.language}
					rows={14}
				/>
				<Length field={field} text={text.initialValue ?? ''} />
			</QuestionForm>
			<p className="app-quiet">{say('application.text.voids')}</p>
		</ApplicationFrame>
	)
}

type HintProps = { application: ApplicationView; field: ApplicationField }

/** In which language and how long a text may be. */
function LimitHint({ application, field: { maxCharacters } }: HintProps) {
	const { say, format } = useWords()
	const most = format.count(maxCharacters ?? TEXT_MAX_CHARACTERS)
	return (
		<>
			{say(`application.language.is.${application.language}`)}{' '}
			{say(maxCharacters === null ? 'application.limit.none' : 'application.limit', { most })}
		</>
	)
}

/** How long the text is that the page came with; where scripts run, `count-characters.ts` goes on from there. */
function Length({ field, text }: { field: ApplicationField; text: string }) {
	const words = useWords()
	const { maxCharacters, warnsFrom } = field
	return (
		<p
			className="govuk-hint"
			data-counts="text"
			data-counts-most={maxCharacters ?? undefined}
			data-counts-warns={warnsFrom ?? undefined}
			data-counts-words={JSON.stringify(lengthWords(words.say))}
		>
			{lengthText(text, field, words)}
		</p>
	)
}
