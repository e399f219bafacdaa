import { useForm } from '@conform-to/react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import type { Choice } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { levelOfNilReport } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import type { Say } from '#app/i18n/translate.ts'
import { taskHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

/** The first question of a report: how far, or that nothing happened. */
export function LevelQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const given = task.answers.isNil ? 'NIL' : task.answers.level
	const [, { level }] = useForm<{ level: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { level: given },
	})
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.level.title')}
			errors={errorsOf(rejected, [level], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<p className="govuk-body">{given === null ? say('workspace.not-given') : levelText(given, say)}</p>
			</StoredNow>
			<QuestionForm action={taskHref(locale, keyOf(task), 'level')} version={task.draft?.version ?? 0}>
				<Radios
					{...fieldFrom(level, say)}
					label={<span className="govuk-visually-hidden">{say('task.level.title')}</span>}
					items={[...CLAIMED_LEVELS.map((code) => levelChoice(code, say)), nilChoice(task, say)]}
				/>
			</QuestionForm>
			<p className="govuk-body">
				<a className="govuk-link" href={taskHref(locale, keyOf(task), 'links')}>
					{say('update-link.offer')}
				</a>
			</p>
		</TaskFrame>
	)
}

function levelText(given: string, say: Say): string {
	return given === 'NIL' ? say('task.level.nil') : say(`level.${given}`)
}

function levelChoice(code: (typeof CLAIMED_LEVELS)[number], say: Say): Choice {
	return {
		value: code,
		label: <LevelWord level={code} judge="claimed" />,
		hint: say(`task.level.hint.${code}`),
	}
}

function nilChoice({ before }: TaskView, say: Say): Choice {
	const stays = levelOfNilReport(before)
	const level =
		stays === null ? (before?.levelAsPublished ?? say('level.NOT_ASSESSED')) : say(`level.${stays}`)
	const hint = say(before === null ? 'task.level.nil.hint.first' : 'task.level.nil.hint', { level })
	return { value: 'NIL', label: say('task.level.nil'), hint }
}
