import type { CommitmentRecord, MilestoneRecord } from '#app/domain/action-plan/view.ts'
import { judgementsOfCommitment, judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { publishedDaysOf } from '#app/domain/finding-thread/view.ts'
import { scheduleOf, worstSchedule } from '#app/domain/milestone/rules.ts'
import type { Schedule } from '#app/domain/milestone/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { REPORT_TEMPLATES } from '#app/domain/report/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { verificationsOf } from '#app/domain/action-plan/rules.ts'

export type MilestoneInReport = {
	readonly milestone: MilestoneRecord
	readonly judgements: Judgements
	readonly schedule: Schedule
}

export type CommitmentInReport = {
	readonly commitment: CommitmentRecord
	/** Its number in the plan, else its place in it. */
	readonly number: string
	readonly judgements: Judgements
	readonly schedule: Schedule | null
	/** Latest day on which anybody said anything about it; null: never, or the source gives no day. */
	readonly lastUpdateOn: string | null
	readonly milestones: readonly MilestoneInReport[]
}

/** What the progress report needs: the frozen model, its name, and what follows from it for each commitment. */
export type ProgressReport = {
	readonly model: ReportModel
	readonly snapshotId: string
	readonly commitments: readonly CommitmentInReport[]
}

/** Works out, from a frozen model alone, what the report says about each commitment. */
export function progressReport(model: ReportModel, snapshotId: string): ProgressReport {
	const commitments = model.record.commitments.map((commitment) =>
		commitmentInReport(commitment, model.asOfOn),
	)
	return { model, snapshotId, commitments }
}

function commitmentInReport(commitment: CommitmentRecord, today: string): CommitmentInReport {
	const milestones = commitment.milestones.map((milestone) => ({
		milestone,
		judgements: judgementsOfMilestone(milestone),
		schedule: scheduleOf(milestone, milestone.claims[0]?.level ?? null, today),
	}))
	const claims = commitment.milestones.flatMap((milestone) => milestone.claims)
	const days = [
		...claims.flatMap((claim) => saidOn(claim) ?? []),
		...verificationsOf(commitment).flatMap(publishedDaysOf),
	]
	return {
		commitment,
		number: commitment.number ?? String(commitment.position),
		judgements: judgementsOfCommitment(commitment),
		schedule: worstSchedule(milestones.map((m) => m.schedule)),
		lastUpdateOn: [...days].sort().at(-1) ?? null,
		milestones,
	}
}

/** The day on which government said it: for an imported claim the day its source gives, never that of the import. */
export function saidOn(claim: ClaimView): string | null {
	return claim.provenance ? claim.provenance.sourcePublishedOn : claim.publishedOn
}

/** Whether the report was frozen under a template that also tells amendments, next steps and the days that were given. */
export function hasLaterParts(model: ReportModel): boolean {
	return isSince(model, '2')
}

/** Whether the report was frozen under a template or a later one. */
export function isSince(
	{ templateVersion }: Pick<ReportModel, 'templateVersion'>,
	template: ReportModel['templateVersion'],
): boolean {
	return REPORT_TEMPLATES.indexOf(templateVersion) >= REPORT_TEMPLATES.indexOf(template)
}

type LevelJudge = 'claimed' | 'verified' | 'assessed' | 'coded'

/** Whose levels stand side by side: the Monitoring Body's too where it assessed anything, in the template that tells it. */
export function judgesIn({ model, commitments }: ProgressReport): readonly LevelJudge[] {
	const isAssessed = commitments.some(({ judgements }) => judgements.assessed !== undefined)
	const withBody = model.ruleNumbers !== undefined && isAssessed
	return withBody ? ['claimed', 'verified', 'assessed', 'coded'] : ['claimed', 'verified', 'coded']
}
