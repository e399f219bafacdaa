import { findPlanIdOfCommitment, findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { unreadableOf } from '#app/domain/unreadable-act/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'

export type CommitmentInPlan = {
	readonly row: CommitmentRow
	readonly plan: PlanView
	/** The plan's amendments that touched it or one of its milestones. */
	readonly amendments: readonly AmendmentView[]
	/** Acts on it of which what is stored cannot be read any more. */
	readonly unreadable: readonly UnreadableAct[]
	readonly ruleSet: RuleSetView
	readonly asOfOn: CalendarDay
	/** Everything public about the plan it stands in. */
	readonly record: PlanRecord
	readonly ledgerSize: number
}

/** One commitment with all that is public about it, and the plan it stands in. Refuses with `not_found`. */
export async function findCommitment(ctx: Context, commitmentId: string): Promise<CommitmentInPlan> {
	const record = await findPlanRecord(ctx, await findPlanIdOfCommitment(ctx, commitmentId))
	const asOfOn = dayIn(record.plan.member.timeZone, ctx.now)
	const row = commitmentRows(record, asOfOn).find(({ commitment }) => commitment.id === commitmentId)
	if (!row) throw new Refusal('not_found')
	const own = new Set([commitmentId, ...row.commitment.milestones.map((milestone) => milestone.id)])
	const amendments = (record.amendments ?? []).filter(({ changes }) =>
		changes.some((change) => own.has(change.recordId)),
	)
	return {
		row,
		plan: record.plan,
		amendments,
		unreadable: unreadableOf(commitmentId, record),
		ruleSet: record.ruleSet,
		asOfOn,
		record,
		ledgerSize: record.ledgerSize,
	}
}
