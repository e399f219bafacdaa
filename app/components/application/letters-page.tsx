import { useForm } from '@conform-to/react'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { LETTER_KINDS } from '#app/domain/application-call/rules.ts'
import type { ApplicationView, LetterView } from '#app/domain/application/view.ts'
import { applicationHref, letterRemovalHref } from './addresses.ts'
import { ApplicationFrame } from './application-frame.tsx'
import type { ApplicationFacts } from './application-frame.tsx'

/** A new letter's number comes with the page, so that a form that is sent twice adds one letter. */
export type LettersFacts = ApplicationFacts & { letterId: string }

type Typed = { letterId: string; kind: string; url: string; signedBy: string; signedOn: string }

/** The letters of support: those the call wants, those that are there, and the form for another one. */
export function LettersPage({
	application,
	person,
	letterId,
	rejected,
}: LettersFacts & { rejected: Rejected }) {
	const { say } = useWords()
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply, defaultValue: { letterId } })
	const { kind, url, signedBy, signedOn } = fields
	return (
		<ApplicationFrame
			{...{ application, person, rejected }}
			title={say('application.letters.title')}
			errors={errorsOf(rejected, [kind, url, signedBy, signedOn], say)}
		>
			<Asked application={application} />
			{application.letters.map((letter) => (
				<Letter key={letter.id} application={application} letter={letter} />
			))}
			{application.takesLetters ? (
				<LetterForm application={application} letterId={letterId} fields={fields} />
			) : (
				<InsetText>{say('application.letters.closed')}</InsetText>
			)}
		</ApplicationFrame>
	)
}

/** The letters that the call wants, and by which step. */
function Asked({ application: { call } }: { application: ApplicationView }) {
	const { say, format } = useWords()
	if (call.letters.length === 0) return <p className="govuk-body">{say('application.letters.not-asked')}</p>
	return (
		<>
			<p className="govuk-body">{say('application.letters.asked')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{call.letters.map(({ kind, least, by }) => (
					<li key={kind}>
						{say(`application.letters.by.${by}`, {
							kind: say(`letter-kind.${kind}`),
							least: format.count(least),
						})}
					</li>
				))}
			</ul>
		</>
	)
}

function Letter({ application, letter }: { application: ApplicationView; letter: LetterView }) {
	const { say, locale, format } = useWords()
	const { id, kind, url, signedBy, signedOn, organizationName } = letter
	return (
		<article className="app-act">
			<h2 className="govuk-heading-s">{say(`letter-kind.${kind}`)}</h2>
			<p className="govuk-body">
				<SourceLink href={url} text={webHost(url) ?? url} />
				<br />
				{signedOn === null
					? say('application.letter.signed', { by: signedBy })
					: say('application.letter.signed.on', { by: signedBy, on: format.day(signedOn) })}
				<br />
				{say('application.letter.added')} <TextIn text={organizationName} />
			</p>
			{application.takesLetters ? (
				<form method="post" action={letterRemovalHref(locale, application.id, id)}>
					<Button variant="secondary">
						{say('application.letter.remove')}
						<span className="govuk-visually-hidden">: {signedBy}</span>
					</Button>
				</form>
			) : null}
		</article>
	)
}

type LetterFormProps = {
	application: ApplicationView
	letterId: string
	fields: ReturnType<typeof useForm<Typed>>[1]
}

function LetterForm({ application, letterId, fields }: LetterFormProps) {
	const { say, locale } = useWords()
	return (
		<QuestionForm
			action={applicationHref(locale, application.id, 'letters')}
			button={say('application.letter.add')}
		>
			<h2 className="govuk-heading-m">{say('application.letter.another')}</h2>
			<input type="hidden" name="letterId" value={fields.letterId.initialValue ?? letterId} />
			<Radios
				{...fieldFrom(fields.kind, say)}
				label={say('application.letter.kind')}
				size="s"
				items={LETTER_KINDS.map((code) => ({ value: code, label: say(`letter-kind.${code}`) }))}
			/>
			<TextField
				{...fieldFrom(fields.url, say)}
				label={say('application.letter.url')}
				hint={say('application.letter.url.hint')}
			/>
			<TextField
				{...fieldFrom(fields.signedBy, say)}
				label={say('application.letter.signed-by')}
				hint={say('application.letter.signed-by.hint')}
			/>
			<TextField
				{...fieldFrom(fields.signedOn, say)}
				label={say('application.letter.signed-on')}
				hint={say('application.day.hint')}
				width={10}
			/>
		</QuestionForm>
	)
}
