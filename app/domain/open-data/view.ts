import type { MilestoneRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'

/** One commitment of the export. */
export type CommitmentLine = CommitmentRow & {
	readonly plan: PlanView
	/** The site's own address, without a path. */
	readonly origin: string
}

/** One report on a milestone. */
export type UpdateLine = {
	readonly plan: PlanView
	readonly commitment: CommitmentRow['commitment']
	readonly milestone: MilestoneRecord
	/** The milestone as its judges see it now, whatever this report said. */
	readonly judgements: Judgements
	readonly claim: ClaimView
	readonly isNewest: boolean
}

/** All commitments of some plans, in their order. */
export function commitmentLines(
	records: readonly PlanRecord[],
	{ origin, dayOf }: { readonly origin: string; readonly dayOf: (plan: PlanView) => CalendarDay },
): readonly CommitmentLine[] {
	return records.flatMap((record) =>
		commitmentRows(record, dayOf(record.plan)).map((row) => ({ ...row, plan: record.plan, origin })),
	)
}

/** All reports on the milestones of some plans, the newest of each milestone first. */
export function updateLines(records: readonly PlanRecord[]): readonly UpdateLine[] {
	return records.flatMap(({ plan, commitments }) =>
		commitments.flatMap((commitment) =>
			commitment.milestones.flatMap((milestone) => {
				const judgements = judgementsOfMilestone(milestone)
				return milestone.claims.map((claim, at) => ({
					...{ plan, commitment, milestone, judgements, claim },
					isNewest: at === 0,
				}))
			}),
		),
	)
}

/** What the IRM said last of one of some indicators; null where it said nothing. Nothing is converted between scales. */
export function codedAs(
	codings: readonly CodingView[],
	...indicators: readonly IrmIndicator[]
): string | null {
	for (const indicator of indicators) {
		const [newest] = codings
			.filter((coding) => coding.indicator === indicator)
			.sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || b.ledgerIndex - a.ledgerIndex)
		if (newest) return newest.value ?? newest.valueAsPublished
	}
	return null
}
