import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export type Task = {
	title: string
	href?: string | undefined
	hint?: ReactNode
	status: ReactNode
}

/** Things to do, each a whole row that can be followed, with how it stands. */
export function TaskList({ tasks, idPrefix = 'task-list' }: { tasks: readonly Task[]; idPrefix?: string }) {
	return (
		<ul className="govuk-task-list">
			{tasks.map((task, at) => (
				<TaskRow key={at} task={task} id={`${idPrefix}-${String(at + 1)}`} />
			))}
		</ul>
	)
}

function TaskRow({ task, id }: { task: Task; id: string }) {
	const hintId = `${id}-hint`
	const statusId = `${id}-status`
	return (
		<li className={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link')}>
			<div className="govuk-task-list__name-and-hint">
				{task.href ? (
					<a
						className="govuk-link govuk-task-list__link"
						href={task.href}
						aria-describedby={classes(Boolean(task.hint) && hintId, statusId)}
					>
						{task.title}
					</a>
				) : (
					<div>{task.title}</div>
				)}
				{task.hint ? (
					<div id={hintId} className="govuk-task-list__hint">
						{task.hint}
					</div>
				) : null}
			</div>
			<div className="govuk-task-list__status" id={statusId}>
				{task.status}
			</div>
		</li>
	)
}
