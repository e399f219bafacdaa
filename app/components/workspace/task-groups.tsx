import { TaskList } from '#app/components/ui/task-list.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { TaskState } from '#app/domain/progress-update/rules.ts'
import type { ApprovalItem, Listed, TaskItem, TaskListing } from '#app/domain/task/view.ts'
import { allTasksHref, approvalHref, approvalsHref, taskHref } from './addresses.ts'

/** The officer's reports, most urgent group first; of each group the first lines. */
export function TaskGroups({ tasks }: { tasks: readonly TaskListing[] }) {
	const words = useWords()
	const { say, format } = words
	if (tasks.length === 0) return <p className="govuk-body">{say('task.none')}</p>
	return (
		<>
			{tasks.map(({ group, items, count }) => (
				<section key={group}>
					<h2 className="govuk-heading-m">
						{say(`task.group.${group}`, { days: format.count(items[0]?.dueSoonDays ?? 0) })}
					</h2>
					<TaskList
						idPrefix={`tasks-${group.toLowerCase()}`}
						tasks={items.map((task) => taskRow(task, words))}
					/>
					<ShowAll shown={items.length} count={count} />
				</section>
			))}
		</>
	)
}

/** Leads to the whole list, where only its first lines are shown. */
export function ShowAll({ shown, count }: { shown: number; count: number }) {
	const { say, locale, format } = useWords()
	if (shown >= count) return null
	return (
		<p className="govuk-body">
			{say('task.shown', { shown: format.count(shown), count, number: format.count(count) })}{' '}
			<a className="govuk-link" href={allTasksHref(locale)}>
				{say('task.show-all')}
			</a>
		</p>
	)
}

/** Reports that wait for the lead. */
export function ApprovalList({ approvals }: { approvals: Listed<ApprovalItem> }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<section>
			<h2 className="govuk-heading-m">{say('task.approvals')}</h2>
			{approvals.count === 0 ? <p className="govuk-body">{say('task.approvals.none')}</p> : null}
			<TaskList
				idPrefix="approvals"
				tasks={approvals.items.map((item) => ({
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
			<ShowAll shown={approvals.items.length} count={approvals.count} />
			{approvals.count < 2 ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={approvalsHref(locale)}>
						{say('approvals.several')}
					</a>
				</p>
			)}
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
