import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import { countsAsIndependent } from '#app/domain/divergence/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { CommitmentInReport, MilestoneInReport, ProgressReport } from '#reports/progress-report/model.ts'

/** What the organization found about one commitment. */
export type ShadowedCommitment = {
	readonly item: CommitmentInReport
	/** About the commitment as a whole. */
	readonly whole: readonly VerificationView[]
	readonly milestones: readonly {
		readonly milestone: MilestoneInReport
		/** Its place among the milestones of the commitment, from 1. */
		readonly place: number
		readonly findings: readonly VerificationView[]
	}[]
}

/** What a shadow report counts. */
export type ShadowFigures = {
	/** Findings of the organization, and all findings of the plan. */
	readonly shown: number
	readonly existing: number
	/** Commitments that the organization looked at, and all. */
	readonly looked: number
	readonly commitments: number
	/** Findings that are shown and do not count as independent. */
	readonly interested: number
}

/** The commitments on which the report's organization published findings, with nothing but these. */
export function shadowed({ model, commitments }: ProgressReport): readonly ShadowedCommitment[] {
	const isOwn = ({ organizationId }: VerificationView) => organizationId === model.organization?.id
	return commitments.flatMap((item) => {
		const whole = item.commitment.verifications.filter(isOwn)
		const milestones = item.milestones.flatMap((milestone, at) => {
			const findings = milestone.milestone.verifications.filter(isOwn)
			return findings.length === 0 ? [] : [{ milestone, place: at + 1, findings }]
		})
		return whole.length + milestones.length === 0 ? [] : [{ item, whole, milestones }]
	})
}

/** How much of the plan the organization looked at. */
export function shadowFigures(report: ProgressReport, own: readonly ShadowedCommitment[]): ShadowFigures {
	const findings = own.flatMap(({ whole, milestones }) => [
		...whole,
		...milestones.flatMap((milestone) => milestone.findings),
	])
	return {
		shown: findings.length,
		existing: report.model.record.commitments.flatMap(verificationsOf).length,
		looked: own.length,
		commitments: report.commitments.length,
		interested: findings.filter((finding) => !countsAsIndependent(finding)).length,
	}
}
