import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { useWords } from '#app/components/words.tsx'
import { openedMark, pairStatesOf, translationIn } from '#app/domain/further-answer/view.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { taskHref } from './addresses.ts'
import { useAsksMore, withMore } from './asks-more.ts'
import { TextPair } from './done-fields.tsx'
import { KeptAsTyped } from './kept-as-typed.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { ReportDates } from './report-dates.tsx'
import { SecondLanguage } from './second-language.tsx'
import { StoredNow } from './stored-now.tsx'
import { StoredText } from './stored-text.tsx'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import { TextConflict } from './text-conflict.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { task: TaskView; person: Signed; rejected: Rejected }

type DoneText = Record<
	| 'doneId'
	| 'doneEn'
	| 'nextStepId'
	| 'nextStepEn'
	| 'startedOn'
	| 'finishedOn'
	| 'expectedOn'
	| 'translation'
	| 'opened',
	string
>

/** The second question of a report: what was done and what comes next, in one language or both, and when. */
export function DoneQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const asksMore = useAsksMore()
	const href = taskHref(locale, keyOf(task), 'done')
	const fields = useDoneForm(task, rejected)
	const { doneId, doneEn, nextStepId, nextStepEn, startedOn, finishedOn, expectedOn, translation } = fields
	const asked = [doneId, doneEn, nextStepId, nextStepEn, startedOn, finishedOn, expectedOn, translation]
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('task.done.title')}
			errors={errorsOf(rejected, asked, say)}
			refusal={rejected?.reason}
		>
			<StoredDone task={task} refusal={rejected?.reason} />
			<p className="govuk-body">
				{say('task.done.hint')} {say('workspace.one-language')}
			</p>
			{asksMore ? null : <MoreOfReport task={task} href={withMore(href)} />}
			<QuestionForm action={asksMore ? withMore(href) : href} version={task.draft?.version ?? 0}>
				<input type="hidden" name="opened" value={fieldFrom(fields.opened, say).defaultValue} />
				<TextConflict refusal={rejected?.reason} />
				<TextPair words="workspace" fields={{ id: doneId, en: doneEn }} />
				{task.answers.level === 'COMPLETE' ? null : (
					<TextPair words="task.next-step" rows={2} fields={{ id: nextStepId, en: nextStepEn }} />
				)}
				<ReportDates task={task} fields={{ startedOn, finishedOn, expectedOn }} asksMore={asksMore} />
				<SecondLanguage field={translation} asksMore={asksMore} />
				<KeptAsTyped address={taskHref(locale, keyOf(task), 'typed')} />
			</QuestionForm>
		</TaskFrame>
	)
}

/** The way to what only some reports need; said before the form, so that nothing typed is left behind. */
export function MoreOfReport({ task, href }: { task: TaskView; href: string }) {
	const { say } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={href}>
				{say(task.answers.level === 'COMPLETE' ? 'task.more.complete' : 'task.more')}
			</a>
		</p>
	)
}

/** What somebody else saved meanwhile. */
function StoredDone({ task, refusal }: { task: TaskView; refusal: RefusalReason | null | undefined }) {
	const { say } = useWords()
	const { done, further } = task.answers
	return (
		<StoredNow refusal={refusal}>
			<StoredText text={done} states={pairStatesOf(further.textStates, 'done')} />
			<h3 className="govuk-heading-s">{say('task.next-step')}</h3>
			<StoredText text={further.nextStep} states={pairStatesOf(further.textStates, 'nextStep')} />
		</StoredNow>
	)
}

function useDoneForm({ answers: { done, further } }: TaskView, rejected: Rejected) {
	const [, fields] = useForm<DoneText>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: {
			doneId: done.id,
			doneEn: done.en,
			nextStepId: further.nextStep.id,
			nextStepEn: further.nextStep.en,
			startedOn: further.startedOn,
			finishedOn: further.finishedOn,
			expectedOn: further.expectedOn,
			translation: translationIn(further.textStates),
			opened: openedMark({ done, nextStep: further.nextStep }),
		},
	})
	return fields
}
