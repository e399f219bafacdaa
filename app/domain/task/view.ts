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
import type { MemberObligation } from '#app/domain/obligation/queries.server.ts'
import {
	DRAFT_STATES,
	isReportExpected,
	reasonNotToFile,
	taskGroup,
	taskState,
} from '#app/domain/progress-update/rules.ts'
import type { TaskGroup, TaskState } from '#app/domain/progress-update/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
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

type TaskMilestone = Pick<MilestoneRecord, 'id' | 'title' | 'startsOn' | 'endsOn'> & {
	/** What became of it; absent while it stands as first published. */
	readonly standing?: string
	readonly claims: readonly Pick<ClaimView, 'level' | 'checkpointCode' | 'organizationId'>[]
}

/** What a task list needs of a plan; a whole public record has it too. */
export type TaskRecord = Pick<PlanRecord, 'ruleSet' | 'checkpoints'> & {
	readonly plan: { readonly member: { readonly timeZone: string } }
	readonly commitments: readonly (Pick<CommitmentRecord, 'id' | 'title'> & {
		readonly standing?: string
		readonly milestones: readonly TaskMilestone[]
	})[]
}

type OwnWork = {
	readonly commitmentIds: ReadonlySet<string>
	readonly organizationIds: readonly string[]
	readonly drafts: readonly ProgressUpdateDraft[]
	readonly today: CalendarDay
}

/** Every report an institution owes or has filed on a plan; the next checkpoint is shown while none is open. */
export function tasksFrom(record: TaskRecord, own: OwnWork): readonly TaskItem[] {
	const open = record.checkpoints.filter((c) => reasonNotToFile(c, own.today) === null)
	const next = open.length > 0 ? undefined : record.checkpoints.find((c) => own.today < c.opensOn)
	const shown = record.checkpoints.filter((c) => c.opensOn <= own.today || c === next)
	return record.commitments
		.filter(({ id, standing }) => own.commitmentIds.has(id) && !hasEnded(standing))
		.flatMap((commitment) =>
			commitment.milestones.flatMap((milestone) =>
				shown.flatMap((checkpoint) => taskAt({ record, commitment, milestone, checkpoint }, own) ?? []),
			),
		)
}

type Report = {
	readonly record: TaskRecord
	readonly commitment: TaskRecord['commitments'][number]
	readonly milestone: TaskMilestone
	readonly checkpoint: CheckpointView
}

/** One report as a task; null where nothing is owed and nothing was filed. */
function taskAt({ record, commitment, milestone, checkpoint }: Report, own: OwnWork): TaskItem | null {
	const { opensOn, dueOn } = checkpoint
	const dueSoonDays = record.ruleSet.rules.dueSoonDays.value
	const dueOnOf = (code: string) => record.checkpoints.find((c) => c.code === code)?.dueOn ?? null
	const row = own.drafts.find((d) => d.milestoneId === milestone.id && d.checkpointId === checkpoint.id)
	const draft = DRAFT_STATES.find((state) => state === row?.state) ?? null
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
export function claimAt<Claim extends Pick<ClaimView, 'checkpointCode' | 'organizationId'>>(
	milestone: { readonly claims: readonly Claim[] },
	checkpoint: CheckpointView,
	organizationIds: readonly string[],
): Claim | null {
	const found = milestone.claims.find(
		(claim) => claim.checkpointCode === checkpoint.code && organizationIds.includes(claim.organizationId),
	)
	return found ?? null
}

function overdueSince(milestone: TaskMilestone, today: CalendarDay): CalendarDay | null {
	if (milestone.endsOn === null) return null
	return isOverdue(milestone, milestone.claims[0]?.level ?? null, today) ? lastDayOf(milestone.endsOn) : null
}

/** Something that waits for somebody who runs plans or verifies claims. */
export type Duty =
	| ({ readonly kind: 'OBLIGATION' } & MemberObligation)
	| {
			readonly kind: 'PLAN_DRAFT'
			readonly id: string
			readonly title: Bilingual
			readonly sinceOn: CalendarDay
	  }
	| {
			readonly kind: 'AMENDMENT'
			readonly id: string
			readonly planId: string
			readonly title: Bilingual
			readonly sinceOn: CalendarDay
	  }
	| {
			readonly kind: 'COMMENTS'
			readonly assessmentKind: 'MID_TERM' | 'END_OF_TERM'
			readonly planId: string
			readonly title: Bilingual
			readonly count: number
			readonly windowEndsOn: CalendarDay
			readonly isOver: boolean
	  }
	| { readonly kind: 'CLAIMS'; readonly count: number; readonly sinceOn: CalendarDay }

/** Of what is owed, what is overdue or due soon. */
export function obligationDuties(owed: readonly MemberObligation[]): readonly Duty[] {
	return owed
		.filter(({ obligation: { state } }) => state === 'OVERDUE' || state === 'DUE_SOON')
		.map((one) => ({ kind: 'OBLIGATION', ...one }))
}

/** Under which heading a duty stands; what has no last day of its own waits now. */
export function dutyGroup(duty: Duty): 'OVERDUE' | 'DUE_SOON' | 'WAITING' {
	if (duty.kind === 'OBLIGATION') return duty.obligation.state === 'OVERDUE' ? 'OVERDUE' : 'DUE_SOON'
	return duty.kind === 'COMMENTS' && duty.isOver ? 'OVERDUE' : 'WAITING'
}

/** The duties by the day that presses: a last day, or else the day since which they wait. */
export function dutiesInOrder(duties: readonly Duty[]): readonly Duty[] {
	return [...duties].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

function dayOf(duty: Duty): CalendarDay {
	if (duty.kind === 'OBLIGATION') return duty.obligation.dueOn
	return duty.kind === 'COMMENTS' ? duty.windowEndsOn : duty.sinceOn
}
