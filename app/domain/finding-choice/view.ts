import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { reasonNotToVerify } from '#app/domain/finding-ground/rules.ts'
import type { RecusalView } from '#app/domain/recusal/view.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

/** A thing that can be judged at a checkpoint: what government says there, and what stands against judging it. */
export type Choice = {
	/** Null: the commitment as a whole. */
	readonly milestone: {
		readonly id: string
		readonly number: string | null
		readonly title: Bilingual
	} | null
	readonly said: {
		readonly recordId: string
		readonly level: CompletionLevel | null
		readonly isNil: boolean
	} | null
	/** Whether the organization has published a finding on it. */
	readonly isFound: boolean
	readonly closedBecause: RefusalReason | null
}

/** What of a commitment can be judged at one checkpoint. */
export type CheckpointChoices = {
	readonly code: string
	readonly dueOn: CalendarDay
	readonly choices: readonly Choice[]
}

/** What of a commitment a monitor can verify, newest checkpoint first. */
export type CommitmentChoices = {
	readonly commitment: Pick<CommitmentRecord, 'id' | 'number' | 'title'>
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly checkpoints: readonly CheckpointChoices[]
	readonly recusals: readonly RecusalView[]
	/** Whether the monitor, or their organization, stands back from it today. */
	readonly isRecused: boolean
}

/** The commitments of one plan. */
export type PlanChoices = {
	readonly id: string
	readonly title: Bilingual
	readonly memberName: Bilingual
	readonly commitments: readonly Pick<CommitmentRecord, 'id' | 'number' | 'title'>[]
}

type Looker = { readonly organizationId: string; readonly today: CalendarDay }

/** What of a commitment can be judged at each checkpoint that has opened. */
export function choicesOf(
	{ checkpoints }: Pick<PlanRecord, 'checkpoints'>,
	commitment: CommitmentRecord,
	looker: Looker,
): readonly CheckpointChoices[] {
	return checkpoints
		.filter((checkpoint) => checkpoint.opensOn <= looker.today)
		.map((checkpoint) => ({
			code: checkpoint.code,
			dueOn: checkpoint.dueOn,
			choices: [
				wholeAt(commitment, checkpoint, looker),
				...commitment.milestones.map((milestone) =>
					milestoneAt(commitment, milestone, { checkpoint, looker }),
				),
			],
		}))
		.reverse()
}

type At = PlanRecord['checkpoints'][number]

function wholeAt(commitment: CommitmentRecord, checkpoint: At, looker: Looker): Choice {
	const { code } = checkpoint
	const stated = (commitment.statedLevels ?? []).find((one) => one.checkpointCode === code)
	return {
		milestone: null,
		said: stated ? { recordId: stated.recordId, level: stated.level, isNil: false } : null,
		isFound: isFoundIn(commitment.verifications, code, looker),
		closedBecause: reasonNotToVerify(
			{
				standings: [commitment.standing ?? null],
				checkpoint,
				hasClaim: stated !== undefined,
				isWhole: true,
				endsOn: null,
			},
			looker.today,
		),
	}
}

function milestoneAt(
	commitment: CommitmentRecord,
	milestone: MilestoneRecord,
	{ checkpoint, looker }: { readonly checkpoint: At; readonly looker: Looker },
): Choice {
	const { id, number, title, endsOn, standing } = milestone
	const claim = milestone.claims.find((one) => one.checkpointCode === checkpoint.code)
	return {
		milestone: { id, number, title },
		said: claim ? { recordId: claim.recordId, level: claim.level, isNil: claim.isNil } : null,
		isFound: isFoundIn(milestone.verifications, checkpoint.code, looker),
		closedBecause: reasonNotToVerify(
			{
				standings: [commitment.standing ?? null, standing ?? null],
				checkpoint,
				hasClaim: claim !== undefined,
				isWhole: false,
				endsOn,
			},
			looker.today,
		),
	}
}

function isFoundIn(
	found: CommitmentRecord['verifications'],
	code: string,
	{ organizationId }: Looker,
): boolean {
	return found.some((one) => one.organizationId === organizationId && one.checkpointCode === code)
}
