import type { CheckpointView } from '#app/domain/action-plan/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { countedCommitments, countedMilestones } from '#app/domain/published-text/rules.ts'
import type { CommitmentInReport, MilestoneInReport, ProgressReport } from '#reports/progress-report/model.ts'

/** What came in about one milestone for the checkpoint. */
export type MilestoneAtCheckpoint = {
	readonly milestone: MilestoneInReport
	/** Null where nothing was reported for this checkpoint. */
	readonly claim: ClaimView | null
	/** Findings for this checkpoint, or on what was claimed for it. */
	readonly findings: readonly VerificationView[]
}

export type CommitmentAtCheckpoint = {
	readonly item: CommitmentInReport
	readonly milestones: readonly MilestoneAtCheckpoint[]
}

/** Counts of one checkpoint. Unit: milestones that the plan is judged by. */
export type CheckpointFigures = {
	readonly milestones: number
	readonly reported: number
	readonly nil: number
	readonly withEvidence: number
	readonly verified: number
	/** Reports that say what comes next. */
	readonly withNextStep: number
}

/** The checkpoint that a report is about; null where the plan has none of that code. */
export function checkpointOf({ model }: ProgressReport): CheckpointView | null {
	return model.record.checkpoints.find(({ code }) => code === model.checkpointCode) ?? null
}

/** What came in for the report's checkpoint, in the order of the plan. */
export function atCheckpoint({ model, commitments }: ProgressReport): readonly CommitmentAtCheckpoint[] {
	const counted = new Set(countedCommitments(model.record.commitments).map(({ id }) => id))
	return commitments
		.filter(({ commitment }) => counted.has(commitment.id))
		.map((item) => {
			const going = new Set(countedMilestones(item.commitment).map(({ id }) => id))
			const milestones = item.milestones.filter(({ milestone }) => going.has(milestone.id))
			return { item, milestones: milestones.map((one) => milestoneAt(one, model.checkpointCode)) }
		})
}

function milestoneAt(milestone: MilestoneInReport, code: string | undefined): MilestoneAtCheckpoint {
	const { claims, verifications } = milestone.milestone
	const claim = claims.find(({ checkpointCode }) => checkpointCode === code) ?? null
	const findings = verifications.filter(
		(finding) =>
			finding.checkpointCode === code || (claim !== null && finding.claim?.recordId === claim.recordId),
	)
	return { milestone, claim, findings }
}

/** The counts of a checkpoint over all commitments. */
export function checkpointFigures(commitments: readonly CommitmentAtCheckpoint[]): CheckpointFigures {
	const all = commitments.flatMap(({ milestones }) => milestones)
	const claims = all.flatMap(({ claim }) => claim ?? [])
	return {
		milestones: all.length,
		reported: claims.length,
		nil: claims.filter(({ isNil }) => isNil).length,
		withEvidence: claims.filter(({ evidence }) => evidence.length > 0).length,
		withNextStep: claims.filter(({ nextStep }) => nextStep !== undefined).length,
		verified: all.filter(({ findings }) => findings.length > 0).length,
	}
}
