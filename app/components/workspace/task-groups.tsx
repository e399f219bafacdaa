import { TaskList } from '#app/components/ui/task-list.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { TASK_GROUPS } from '#app/domain/progress-update/rules.ts'
import type { TaskState } from '#app/domain/progress-update/rules.ts'
import type { ApprovalItem, TaskItem } from '#app/domain/task/view.ts'
import { approvalHref, taskHref } from './addresses.ts'

/** The officer's reports, most urgent group first; empty groups are left out. */
export function TaskGroups({ tasks }: { tasks: readonly TaskItem[] }) {
	const words = useWords()
	const { say, format } = words
	if (tasks.length === 0) return <p className="govuk-body">{say('task.none')}</p>
	return (
		<>
			{TASK_GROUPS.map((group) => {
				const own = tasks.filter((task) => task.group === group)
				const [first] = own
				if (!first) return null
				return (
					<section key={group}>
						<h2 className="govuk-heading-m">
							{say(`task.group.${group}`, { days: format.count(first.dueSoonDays) })}
						</h2>
						<TaskList
							idPrefix={`tasks-${group.toLowerCase()}`}
							tasks={(group === 'DONE' ? own.reverse() : own).map((task) => taskRow(task, words))}
						/>
					</section>
				)
			})}
		</>
	)
}

/** Reports that wait for the lead. */
export function ApprovalList({ approvals }: { approvals: readonly ApprovalItem[] }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<section>
			<h2 className="govuk-heading-m">{say('task.approvals')}</h2>
			{approvals.length === 0 ? <p className="govuk-body">{say('task.approvals.none')}</p> : null}
			<TaskList
				idPrefix="approvals"
				tasks={approvals.map((item) => ({
					title: titleIn(item.milestoneTitle, words),
					href: approvalHref(locale, item.draftId),
					hint: say('task.approvals.hint', {
						code: item.checkpointCode,
						due: format.day(item.dueOn),
						on: format.day(item.submittedOn),
					}),
					status: <Tag colour="yellow">{say('task.approvals.state')}</Tag>,
				}))}
			/>
		</section>
	)
}

function taskRow(task: TaskItem, words: Words) {
	const { say, locale, format } = words
	const values = {
		commitment: titleIn(task.commitmentTitle, words),
		code: task.checkpointCode,
		due: format.day(task.dueOn),
		opens: format.day(task.opensOn),
	}
	const step = task.state === 'WAITING' || task.state === 'PUBLISHED' ? 'submitted' : 'level'
	return {
		title: titleIn(task.milestoneTitle, words),
		href: task.isOpen || step === 'submitted' ? taskHref(locale, task, step) : undefined,
		hint: (
			<>
				{say(task.state === 'NOT_OPEN' ? 'task.hint.opens' : 'task.hint', values)}
				{task.overdueSince === null || task.group === 'DONE' ? null : (
					<> {say('task.hint.overdue', { on: format.day(task.overdueSince) })}</>
				)}
			</>
		),
		status: <TaskStateWord state={task.state} />,
	}
}

function TaskStateWord({ state }: { state: TaskState }) {
	const { say } = useWords()
	const word = say(`task.state.${state}`)
	if (state === 'PUBLISHED' || state === 'NOT_OPEN') return <>{word}</>
	return <Tag colour={state === 'RETURNED' ? 'orange' : state === 'WAITING' ? 'yellow' : 'grey'}>{word}</Tag>
}

function titleIn(title: Bilingual, { say, locale }: Words): string {
	return textIn(title, locale)?.text ?? say('missing.text')
}
