import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ApprovalItem, TaskItem } from '#app/domain/task/view.ts'
import { ApprovalList, TaskGroups } from './task-groups.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type TasksProps = {
	/** Null for those who report nothing. */
	tasks: readonly TaskItem[] | null
	/** Null for those who approve nothing. */
	approvals: readonly ApprovalItem[] | null
	member: PageMember | null
	person: Signed
}

/** The home of officers and leads: what to do, most urgent first. */
export function Tasks({ tasks, approvals, member, person }: TasksProps) {
	const { say } = useWords()
	return (
		<WorkspacePage person={person} member={member}>
			<PageTitle>{say('task.title')}</PageTitle>
			{approvals === null ? null : <ApprovalList approvals={approvals} />}
			{tasks === null ? null : (
				<>
					<p className="govuk-body">{say('task.lead')}</p>
					<TaskGroups tasks={tasks} />
				</>
			)}
			{tasks === null && approvals === null ? <p className="govuk-body">{say('task.none.role')}</p> : null}
		</WorkspacePage>
	)
}
