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
	TASK_GROUPS,
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

/** Lines that a list of the tasks page shows before it leads to all of them. Source: our own. */
export const LISTED_AT_ONCE = 20

/** The first lines of a list, out of how many. */
export type Listed<Item> = { readonly items: readonly Item[]; readonly count: number }

/** The tasks of one group. */
export type TaskListing = Listed<TaskItem> & { readonly group: TaskGroup }

/** The first lines of a list. */
export function listed<Item>(items: readonly Item[], most: number): Listed<Item> {
	return { items: items.slice(0, most), count: items.length }
}

/** Tasks by group, the most urgent group first and empty ones left out; of what is done the newest first. */
export function taskListings(tasks: readonly TaskItem[], most: number): readonly TaskListing[] {
	return TASK_GROUPS.flatMap((group) => {
		const own = tasks.filter((task) => task.group === group)
		if (own.length === 0) return []
		return [{ group, ...listed(group === 'DONE' ? own.reverse() : own, most) }]
	})
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
	readonly drafts: readonly Pick<ProgressUpdateDraft, 'milestoneId' | 'checkpointId' | 'state'>[]
	readonly today: CalendarDay
}

/** Every report an institution owes or has filed on a plan; the next checkpoint is shown while none is open. */
export function tasksFrom(record: TaskRecord, own: OwnWork): readonly TaskItem[] {
	const open = record.checkpoints.filter((c) => reasonNotToFile(c, own.today) === null)
	const next = open.length > 0 ? undefined : record.checkpoints.find((c) => own.today < c.opensOn)
	const shown = record.checkpoints.filter((c) => c.opensOn <= own.today || c === next)
	const drafts = new Map(own.drafts.map((row) => [`${row.milestoneId}@${row.checkpointId}`, row.state]))
	return record.commitments
		.filter(({ id, standing }) => own.commitmentIds.has(id) && !hasEnded(standing))
		.flatMap((commitment) =>
			commitment.milestones.flatMap((milestone) =>
				shown.flatMap((checkpoint) => {
					const draft = drafts.get(`${milestone.id}@${checkpoint.id}`)
					return taskAt({ record, commitment, milestone, checkpoint, draft }, own) ?? []
				}),
			),
		)
}

type Report = {
	readonly record: TaskRecord
	readonly commitment: TaskRecord['commitments'][number]
	readonly milestone: TaskMilestone
	readonly checkpoint: CheckpointView
	/** The state of the draft there. */
	readonly draft: string | undefined
}

/** One report as a task; null where nothing is owed and nothing was filed. */
function taskAt(
	{ record, commitment, milestone, checkpoint, draft: stored }: Report,
	own: OwnWork,
): TaskItem | null {
	const { opensOn, dueOn } = checkpoint
	const dueSoonDays = record.ruleSet.rules.dueSoonDays.value
	const dueOnOf = (code: string) => record.checkpoints.find((c) => c.code === code)?.dueOn ?? null
	const draft = DRAFT_STATES.find((state) => state === stored) ?? null
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

/** What somebody's roles let them open from the tasks page. */
export type Ways = {
	readonly runsPlans: boolean
	readonly verifies: boolean
	readonly assesses: boolean
	/** Enters values of the IRM. */
	readonly codes: boolean
	readonly handsOver: boolean
	/** Appoints people of government. */
	readonly appoints: boolean
	readonly administers: boolean
	/** Whether they run the accounts of an organization of their own. */
	readonly runsAccounts: boolean
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
