import { z } from 'zod'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
	PlanView,
} from '#app/domain/action-plan/view.ts'
import { assessmentsOf, observationsOf, recusalsOf } from '#app/domain/independent-record/view.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { saidIn } from '#app/domain/published-act/view.ts'
import type { SaidRows, Said } from '#app/domain/published-act/view.ts'
import {
	commitmentText,
	historyOfCommitment,
	historyOfMilestone,
	historyOfPlan,
	indexOf,
	milestoneText,
	originOf,
	unreadableTexts,
} from '#app/domain/published-text/view.ts'
import type {
	AmendedRows,
	CommitmentRow,
	MilestoneRow,
	Surroundings,
} from '#app/domain/published-text/view.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import { withdrawalsOf } from '#app/domain/withdrawal/view.ts'
import type { WithdrawalFacts } from '#app/domain/withdrawal/view.ts'
import type { ActionPlan, ActionPlanVersion, Checkpoint, Member, RuleSet } from '#prisma/generated/client.ts'

export type PlanRow = ActionPlan & {
	readonly member: Member
	readonly ruleSet: RuleSet
	readonly versions: readonly Unsealed<ActionPlanVersion>[]
	readonly _count: { readonly commitments: number }
}

/** The stored rows a plan's public record is made of; acts newest version first. */
export type PlanRows = AmendedRows &
	SaidRows & {
		readonly plan: PlanRow
		readonly commitments: readonly CommitmentRow[]
		readonly milestones: readonly MilestoneRow[]
		readonly withdrawals: readonly WithdrawalFacts[]
		readonly ledgerSize: number
	}

/** The public record of a plan; null where the plan has no published text. */
export function planRecord(rows: PlanRows): PlanRecord | null {
	const plan = planView(rows.plan, rows)
	if (!plan) return null
	const said = saidIn(rows)
	const unreadable = [...said.unreadable, ...unreadableTexts(rows)]
	return {
		plan,
		ruleSet: ruleSetView(rows.plan.ruleSet),
		checkpoints: rows.checkpoints.map(checkpointView),
		commitments: rows.commitments.flatMap((row) => commitmentRecord(row, rows, said) ?? []),
		codings: said.codings.filter((coding) => coding.commitmentId === null),
		...historyOfPlan(rows),
		...assessmentsOf(null, rows),
		...(unreadable.length === 0 ? {} : { unreadable }),
		ledgerSize: rows.ledgerSize,
	}
}

/** A plan in one piece, from its newest version; null where nothing was published. */
export function planView(row: PlanRow, around: Surroundings): PlanView | null {
	const text = row.versions[0]
	if (!text) return null
	return {
		id: row.id,
		member: memberView(row.member),
		status: z.enum(PLAN_STATUSES).parse(row.status),
		number: text.number,
		title: { en: text.titleEn, id: text.titleId },
		startsOn: text.startsOn,
		endsOn: text.endsOn,
		submittedOn: text.submittedOn,
		commitmentsPublished: text.commitmentsPublished,
		commitmentsHere: row._count.commitments,
		origin: originOf(row.id, text, around),
	}
}

/** A checkpoint with its days. */
export function checkpointView(row: Checkpoint): CheckpointView {
	const { id, code, opensOn, dueOn, lockedOn, reopenedUntilOn } = row
	const days = { id, code, opensOn, dueOn, lockedOn }
	return reopenedUntilOn === null ? days : { ...days, reopenedUntilOn }
}

function commitmentRecord(row: CommitmentRow, rows: PlanRows, said: Said): CommitmentRecord | null {
	const text = row.versions[0]
	if (!text) return null
	return {
		id: row.id,
		ogpId: row.ogpId,
		position: row.position,
		...commitmentText(text, rows),
		...historyOfCommitment(row, rows),
		milestones: rows.milestones
			.filter((m) => m.commitmentId === row.id)
			.flatMap((m) => milestoneRecord(m, rows, said) ?? []),
		verifications: newestFirst(
			said.verifications.filter((v) => v.commitmentId === row.id && v.milestoneId === null),
		),
		codings: said.codings.filter((coding) => coding.commitmentId === row.id),
		...statedLevelsOf(row.id, said),
		...assessmentsOf(row.id, rows),
		...recusalsOf(row.id, rows),
		...withdrawalsOf(row.id, rows.withdrawals, (act) => indexOf(act, rows)),
	}
}

function milestoneRecord(row: MilestoneRow, rows: PlanRows, said: Said): MilestoneRecord | null {
	const text = row.versions[0]
	if (!text) return null
	return {
		id: row.id,
		...milestoneText(text, rows),
		...historyOfMilestone(row, rows),
		claims: newestFirst(said.claims.filter((claim) => claim.milestoneId === row.id)),
		verifications: newestFirst(said.verifications.filter((v) => v.milestoneId === row.id)),
		...observationsOf(row.id, rows),
	}
}

/** The levels that institutions stated for a commitment, newest first; nothing where none was. */
function statedLevelsOf(commitmentId: string, said: Said): Pick<CommitmentRecord, 'statedLevels'> {
	const stated = said.levels.filter(({ row }) => row.commitmentId === commitmentId)
	return stated.length === 0 ? {} : { statedLevels: newestFirst(stated.map(({ view }) => view)) }
}

/** The log's order is the only order of acts that is trusted. */
function newestFirst<View extends { ledgerIndex: number }>(views: readonly View[]): readonly View[] {
	return [...views].sort((a, b) => b.ledgerIndex - a.ledgerIndex)
}
