import type { TaskView } from '#app/domain/progress-update/view.ts'

/** Which report a task is, for the addresses of its pages. */
export function keyOf({ milestone, checkpoint }: Pick<TaskView, 'milestone' | 'checkpoint'>) {
	return { milestoneId: milestone.id, checkpointCode: checkpoint.code }
}
