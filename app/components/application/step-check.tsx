import { useForm } from '@conform-to/react'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { isBeingWritten } from '#app/domain/application/rules.ts'
import type { ApplicationView } from '#app/domain/application/view.ts'
import { applicationHref } from './addresses.ts'
import { ApplicationFrame } from './application-frame.tsx'
import type { ApplicationFacts } from './application-frame.tsx'
import { Deadline, TermText } from './deadline.tsx'
import { outcomesOf } from './next-step.tsx'
import { StoredField } from './stored-field.tsx'

type StepProps = ApplicationFacts & { part: 'submit' | 'full-application' | 'withdraw'; rejected: Rejected }

/** A step before it is taken: what it makes public, and the button. */
export function StepCheck({ application, person, part, rejected }: StepProps) {
	const { say, locale } = useWords()
	const isPrivate = part === 'withdraw' && isBeingWritten(application.state)
	return (
		<ApplicationFrame
			{...{ application, person, rejected }}
			title={say(`application.way.${part}`)}
			errors={errorsOf(rejected, [], say)}
		>
			<InsetText>{say(isPrivate ? 'application.step.private' : `application.step.lead.${part}`)}</InsetText>
			{part === 'withdraw' ? null : <WhatIsSent application={application} />}
			<QuestionForm
				action={applicationHref(locale, application.id, part)}
				button={say(`application.step.button.${part}`)}
				variant={part === 'withdraw' ? 'warning' : undefined}
			>
				<input type="hidden" name="from" value={application.state} />
			</QuestionForm>
		</ApplicationFrame>
	)
}

function WhatIsSent({ application }: { application: ApplicationView }) {
	const { say, format } = useWords()
	const { call, standing, term, lettersMissing, letters, fields } = application
	const kinds = format.list(lettersMissing.map((kind) => say(`letter-kind.${kind}`)))
	return (
		<>
			{lettersMissing.length === 0 ? null : (
				<WarningText>{say('application.letters.missing', { kinds })}</WarningText>
			)}
			<SummaryList
				rows={[
					{ key: say('application.deadline'), value: <Deadline call={call} standing={standing} /> },
					{ key: say('application.term'), value: <TermText term={term} call={call} /> },
					{
						key: say('application.letters'),
						value:
							letters.length === 0
								? say('application.letters.none')
								: format.list(
										letters.map(({ kind, signedBy }) => `${say(`letter-kind.${kind}`)} (${signedBy})`),
									),
					},
				]}
			/>
			{fields.map((field) => (
				<section key={field.code}>
					<h2 className="govuk-heading-m">
						<TextIn text={field.title} />
					</h2>
					<StoredField field={field} application={application} />
				</section>
			))}
		</>
	)
}

type Typed = { to: string; onDay: string; url: string; note: string }

/** What OGP announced: which outcome, on which day, and where it can be read. */
export function OutcomeQuestion({
	application,
	person,
	rejected,
}: ApplicationFacts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply })
	const { to, onDay, url, note } = fields
	const outcomes = outcomesOf(application).map((code) => ({
		value: code,
		label: say(`application-state.${code}`),
	}))
	return (
		<ApplicationFrame
			{...{ application, person, rejected }}
			title={say('application.way.outcome')}
			errors={errorsOf(rejected, [to, onDay, url, note], say)}
		>
			<InsetText>{say('application.step.lead.outcome')}</InsetText>
			<QuestionForm
				action={applicationHref(locale, application.id, 'outcome')}
				button={say('application.step.button.outcome')}
			>
				<input type="hidden" name="from" value={application.state} />
				<Radios {...fieldFrom(to, say)} label={say('application.outcome')} size="m" items={outcomes} />
				<TextField
					{...fieldFrom(onDay, say)}
					label={say('application.outcome.day')}
					hint={say('application.day.hint')}
					width={10}
				/>
				<TextField {...fieldFrom(url, say)} label={say('application.outcome.url')} />
				<TextArea {...fieldFrom(note, say)} label={say('application.outcome.note')} rows={3} />
			</QuestionForm>
		</ApplicationFrame>
	)
}
