import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
} from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isOverdue } from '#app/domain/milestone/rules.ts'
import { isReportExpected, reasonNotToFile, taskGroup, taskState } from '#app/domain/progress-update/rules.ts'
import type { TaskGroup, TaskState } from '#app/domain/progress-update/rules.ts'
import { draftView } from '#app/domain/progress-update/view.ts'
import type { ProgressUpdateDraft } from '#prisma/generated/client.ts'

/** One line of a task list. */
export type TaskItem = {
	readonly milestoneId: string
	readonly milestoneTitle: Bilingual
	readonly commitmentTitle: Bilingual
	readonly checkpointCode: string
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	/** The milestone's last day, where it has passed and no claim says that it is complete. */
	readonly overdueSince: CalendarDay | null
	readonly group: TaskGroup
	readonly state: TaskState
	/** From how many days before its deadline the plan's rules call a task due soon. */
	readonly dueSoonDays: number
	/** Whether the page of the report opens. */
	readonly isOpen: boolean
}

export type ApprovalItem = {
	readonly draftId: string
	readonly milestoneTitle: Bilingual
	readonly checkpointCode: string
	readonly dueOn: CalendarDay
	readonly submittedOn: CalendarDay
}

type OwnWork = {
	readonly commitmentIds: ReadonlySet<string>
	readonly organizationIds: readonly string[]
	readonly drafts: readonly ProgressUpdateDraft[]
	readonly today: CalendarDay
}

/** Every report an institution owes or has filed on a plan; the next checkpoint is shown while none is open. */
export function tasksFrom(record: PlanRecord, own: OwnWork): readonly TaskItem[] {
	const open = record.checkpoints.filter((c) => reasonNotToFile(c, own.today) === null)
	const next = open.length > 0 ? undefined : record.checkpoints.find((c) => own.today < c.opensOn)
	const shown = record.checkpoints.filter((c) => c.opensOn <= own.today || c === next)
	return record.commitments
		.filter((commitment) => own.commitmentIds.has(commitment.id))
		.flatMap((commitment) =>
			commitment.milestones.flatMap((milestone) =>
				shown.flatMap((checkpoint) => taskAt({ record, commitment, milestone, checkpoint }, own) ?? []),
			),
		)
}

type Report = {
	readonly record: PlanRecord
	readonly commitment: CommitmentRecord
	readonly milestone: MilestoneRecord
	readonly checkpoint: CheckpointView
}

/** One report as a task; null where nothing is owed and nothing was filed. */
function taskAt({ record, commitment, milestone, checkpoint }: Report, own: OwnWork): TaskItem | null {
	const { opensOn, dueOn } = checkpoint
	const dueSoonDays = record.ruleSet.rules.dueSoonDays.value
	const dueOnOf = (code: string) => record.checkpoints.find((c) => c.code === code)?.dueOn ?? null
	const row = own.drafts.find((d) => d.milestoneId === milestone.id && d.checkpointId === checkpoint.id)
	const draft = row ? draftView(row).state : null
	const isPublished = claimAt(milestone, checkpoint, own.organizationIds) !== null
	const isClosed = reasonNotToFile(checkpoint, own.today) === 'checkpoint_locked'
	const isOwed = !isClosed && isReportExpected(milestone, checkpoint, dueOnOf)
	if (!isPublished && draft === null && !isOwed) return null
	const state = taskState({ draft, isPublished, opensOn }, own.today)
	return {
		milestoneId: milestone.id,
		milestoneTitle: milestone.title,
		commitmentTitle: commitment.title,
		checkpointCode: checkpoint.code,
		opensOn,
		dueOn,
		overdueSince: overdueSince(milestone, own.today),
		group: taskGroup({ dueOn, isPublished: isPublished && draft === null }, own.today, dueSoonDays),
		state,
		dueSoonDays,
		isOpen: state !== 'NOT_OPEN' && !isClosed,
	}
}

/** The newest claim of some institutions on a milestone at a checkpoint. */
export function claimAt(
	milestone: MilestoneRecord,
	checkpoint: CheckpointView,
	organizationIds: readonly string[],
) {
	const found = milestone.claims.find(
		(claim) => claim.checkpointCode === checkpoint.code && organizationIds.includes(claim.organizationId),
	)
	return found ?? null
}

function overdueSince(milestone: MilestoneRecord, today: CalendarDay): CalendarDay | null {
	if (milestone.endsOn === null) return null
	return isOverdue(milestone, milestone.claims[0]?.level ?? null, today) ? lastDayOf(milestone.endsOn) : null
}
