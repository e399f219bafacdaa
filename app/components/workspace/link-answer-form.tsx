import { useForm } from '@conform-to/react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import { chosenIn } from './chosen-in.ts'
import { TextPair } from './done-fields.tsx'
import { KindField, TitleField } from './evidence-fields.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'

type AllText = Record<
	| 'level'
	| 'doneId'
	| 'doneEn'
	| 'nextStepId'
	| 'nextStepEn'
	| 'startedOn'
	| 'finishedOn'
	| 'expectedOn'
	| 'challengeText'
	| 'url'
	| 'kind'
	| 'title',
	string
> & { challenges: string[] }

/** The form behind a link, with what is wrong with it. */
export function useAllAnswers(rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<AllText>({ id: 'answer', lastResult: rejected?.reply })
	const { level, doneId, doneEn, nextStepId, nextStepEn, startedOn, finishedOn, expectedOn } = fields
	const { challenges, challengeText, url, kind, title } = fields
	const first = errorsOf(
		rejected,
		[
			level,
			doneId,
			doneEn,
			nextStepId,
			nextStepEn,
			startedOn,
			finishedOn,
			expectedOn,
			challenges,
			challengeText,
			url,
			kind,
			title,
		],
		say,
	)
	return { fields, errors: first }
}

type FormProps = { form: ReturnType<typeof useAllAnswers>; token: string }

/** All questions of a report at once: how far, what was done, what comes next, when, what stands in the way, what shows it. */
export function LinkAnswerForm({ form: { fields }, token }: FormProps) {
	const { say, locale } = useWords()
	return (
		<form method="post" action={updateLinkHref(locale, token)} noValidate>
			<input type="hidden" name="token" value={token} />
			<Radios
				{...fieldFrom(fields.level, say)}
				label={say('task.level.title')}
				size="m"
				items={[
					...CLAIMED_LEVELS.map((code) => ({
						value: code,
						label: <LevelWord level={code} judge="claimed" />,
						hint: say(`task.level.hint.${code}`),
					})),
					{ value: 'NIL', label: say('task.level.nil'), hint: say('update-link.nil.hint') },
				]}
			/>
			<h2 className="govuk-heading-m">{say('task.done.title')}</h2>
			<TextPair words="workspace" fields={{ id: fields.doneId, en: fields.doneEn }} />
			<TextPair words="task.next-step" rows={2} fields={{ id: fields.nextStepId, en: fields.nextStepEn }} />
			<LinkDates fields={fields} />
			<LinkChallenges fields={fields} />
			<h2 className="govuk-heading-m">{say('task.evidence.title')}</h2>
			<TextField
				{...fieldFrom(fields.url, say)}
				label={say('task.evidence.url')}
				type="url"
				maxLength={URL_MAX_CHARACTERS}
				spellCheck={false}
			/>
			<KindField field={fields.kind} />
			<TitleField field={fields.title} />
			<Button>{say('update-link.send')}</Button>
		</form>
	)
}

type Fields = FormProps['form']['fields']

function LinkDates({ fields }: { fields: Fields }) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('task.dates')}</h2>
			{(['finishedOn', 'expectedOn'] as const).map((name) => (
				<TextField
					key={name}
					{...fieldFrom(fields[name], say)}
					label={say(`task.date.${name}`)}
					type="date"
					width={10}
				/>
			))}
		</>
	)
}

function LinkChallenges({ fields }: { fields: Fields }) {
	const { say } = useWords()
	const given = fieldFrom(fields.challenges, say)
	return (
		<>
			<Checkboxes
				{...given}
				defaultValue={chosenIn(given.defaultValue)}
				label={say('task.challenges.title')}
				size="m"
				hint={say('update-link.challenges.hint')}
				items={CHALLENGES.map((code) => ({ value: code, label: say(`challenge.${code}`) }))}
			/>
			<TextField {...fieldFrom(fields.challengeText, say)} label={say('task.challenges.text')} />
		</>
	)
}

/** The page that a link opens. */
export function updateLinkHref(locale: string, token: string): string {
	return `/${locale}/update-link?token=${encodeURIComponent(token)}`
}
