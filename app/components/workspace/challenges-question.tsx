import { useForm } from '@conform-to/react'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { taskHref } from './addresses.ts'
import { ChallengeList } from './challenge-list.tsx'
import { chosenIn } from './chosen-in.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

/** The third question of a report, asked only of milestones that have begun and are not far. */
export function ChallengesQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const [, { challenges, challengeText }] = useForm<{ challenges: string[]; challengeText: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { challenges: [...task.answers.challenges], challengeText: task.answers.challengeText },
	})
	const given = fieldFrom(challenges, say)
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.challenges.title')}
			errors={errorsOf(rejected, [challenges, challengeText], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<p className="govuk-body">
					<ChallengeList answers={task.answers} />
				</p>
			</StoredNow>
			<QuestionForm action={taskHref(locale, keyOf(task), 'challenges')} version={task.draft?.version ?? 0}>
				<Checkboxes
					{...given}
					defaultValue={chosenIn(given.defaultValue)}
					label={<span className="govuk-visually-hidden">{say('task.challenges.title')}</span>}
					hint={say('task.challenges.hint')}
					items={CHALLENGES.map((code) => ({ value: code, label: say(`challenge.${code}`) }))}
				/>
				<TextField {...fieldFrom(challengeText, say)} label={say('task.challenges.text')} />
			</QuestionForm>
		</TaskFrame>
	)
}
