import { useForm } from '@conform-to/react'
import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { correctionsOf } from '#app/domain/application/rules.ts'
import { applicationHref } from './addresses.ts'
import { ApplicationFrame } from './application-frame.tsx'
import type { ApplicationFacts } from './application-frame.tsx'

type Typed = { to: string; onDay: string; url: string; note: string; reason: string }

/** What the newest stage should have been, and why: both stay to be read. */
export function CorrectionQuestion(props: ApplicationFacts & { rejected: Rejected }) {
	const { application, person, rejected } = props
	const { say, locale } = useWords()
	const [, { to, onDay, url, note, reason }] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply })
	const choices = useChoices(application)
	if (choices.length === 0)
		return (
			<ApplicationFrame {...{ application, person, rejected }} title={say('application.way.correct')}>
				<InsetText>
					{say('application.correct.nothing', { state: say(`application-state.${application.state}`) })}
				</InsetText>
			</ApplicationFrame>
		)
	const isPrivate = !application.steps.some(({ state }) => state === 'SUBMITTED')
	return (
		<ApplicationFrame
			{...{ application, person, rejected }}
			title={say('application.way.correct')}
			errors={errorsOf(rejected, [to, onDay, url, note, reason], say)}
		>
			<InsetText>
				{say('application.correct.lead', { state: say(`application-state.${application.state}`) })}
			</InsetText>
			<QuestionForm
				action={applicationHref(locale, application.id, 'correct')}
				button={say(isPrivate ? 'application.correct.button.private' : 'application.correct.button')}
			>
				<input type="hidden" name="step" value={application.steps.length} />
				<Radios {...fieldFrom(to, say)} label={say('application.correct.to')} size="m" items={choices} />
				{choices.length > 1 ? <Outcome {...{ onDay, url, note }} /> : null}
				<TextField
					{...fieldFrom(reason, say)}
					label={say('application.correct.reason')}
					hint={say(isPrivate ? 'application.correct.reason.private' : 'application.correct.reason.hint')}
				/>
			</QuestionForm>
		</ApplicationFrame>
	)
}

/** That the newest stage never happened, or what OGP can have announced instead. */
function useChoices({ steps, call }: ApplicationFacts['application']) {
	const { say } = useWords()
	return correctionsOf(steps, call).map((state, at) => {
		const word = say(`application-state.${state}`)
		return { value: state, label: at === 0 ? say('application.correct.back', { state: word }) : word }
	})
}

type OutcomeProps = { readonly [Part in 'onDay' | 'url' | 'note']: FieldMetadata<string> }

/** What is asked of an outcome only. */
function Outcome({ onDay, url, note }: OutcomeProps) {
	const { say } = useWords()
	return (
		<>
			<TextField
				{...fieldFrom(onDay, say)}
				label={say('application.outcome.day')}
				hint={`${say('application.correct.outcome-only')} ${say('application.day.hint')}`}
				width={10}
			/>
			<TextField
				{...fieldFrom(url, say)}
				label={say('application.outcome.url')}
				hint={say('application.correct.outcome-only')}
			/>
			<TextArea
				{...fieldFrom(note, say)}
				label={say('application.outcome.note')}
				hint={say('application.correct.outcome-only')}
				rows={3}
			/>
		</>
	)
}
