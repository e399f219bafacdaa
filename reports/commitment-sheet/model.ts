import type { MilestoneRecord } from '#app/domain/action-plan/view.ts'
import { testsOf } from '#app/domain/commitment-test/rules.ts'
import type { TestedCommitment } from '#app/domain/commitment-test/view.ts'
import type { CommitmentInPlan } from '#app/domain/commitment/queries.server.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { scheduleOf } from '#app/domain/milestone/rules.ts'
import type { Schedule } from '#app/domain/milestone/rules.ts'
import type { Witness } from '#reports/document/witness.ts'

/** A milestone with what its judges say, and how it stands to its dates. */
export type MilestoneOnSheet = {
	/** Its own number, else its place in the commitment. */
	readonly number: string
	readonly milestone: MilestoneRecord
	readonly judgements: Judgements
	readonly schedule: Schedule
}

/** All that the sheet of a commitment says, in no language. */
export type CommitmentSheetModel = Witness &
	Pick<CommitmentInPlan, 'row' | 'plan' | 'unreadable' | 'asOfOn' | 'ledgerSize'> & {
		readonly milestones: readonly MilestoneOnSheet[]
		readonly tests: readonly TestedCommitment[]
		/** Where the commitment stands as it stands then, without the language in front. */
		readonly origin: string
	}

/** What the sheet needs, worked out from the public record as it stands on a day. */
export function commitmentSheetModel(
	{ row, plan, unreadable, asOfOn, ledgerSize, record }: CommitmentInPlan,
	{ origin, ...witness }: { readonly origin: string } & Witness,
): CommitmentSheetModel {
	return {
		...witness,
		...{ row, plan, unreadable, asOfOn, ledgerSize, origin },
		milestones: row.commitment.milestones.map((milestone, at) => ({
			number: milestone.number ?? String(at + 1),
			milestone,
			judgements: judgementsOfMilestone(milestone),
			schedule: scheduleOf(milestone, milestone.claims[0]?.level ?? null, asOfOn),
		})),
		tests: testsOf(row.commitment, { record, day: asOfOn }),
	}
}
