import type { MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { countedCommitments, countedMilestones } from '#app/domain/published-text/rules.ts'

/** The milestones of a plan that go on and on which government claims something. */
export function claimedMilestones({
	commitments,
}: Pick<PlanRecord, 'commitments'>): readonly MilestoneRecord[] {
	return countedCommitments(commitments)
		.flatMap((commitment) => countedMilestones(commitment))
		.filter(({ claims }) => claims.length > 0)
}

/** Of them, those whose newest claim the organization did not judge. */
export function unjudgedBy(
	organizationId: string,
	record: Pick<PlanRecord, 'commitments'>,
): readonly MilestoneRecord[] {
	return claimedMilestones(record).filter(({ claims: [newest], verifications }) =>
		verifications.every(
			({ organizationId: author, claim }) =>
				author !== organizationId ||
				claim?.recordId !== newest?.recordId ||
				claim?.version !== newest?.version,
		),
	)
}
