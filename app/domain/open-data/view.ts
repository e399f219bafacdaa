import type { MilestoneRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { FindingThread } from '#app/domain/finding-thread/view.ts'
import { findingsOf } from '#app/domain/finding-thread/view.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { PracticeView } from '#app/domain/practice-library/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'

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

/** One plan of the export. */
export type PlanLine = {
	readonly plan: PlanView
	/** The site's own address, without a path. */
	readonly origin: string
}

/** One milestone of the export, as its judges see it now. */
export type MilestoneLine = Pick<UpdateLine, 'plan' | 'commitment' | 'milestone' | 'judgements'>

/** One independent finding of the export, on a commitment or on one of its milestones. */
export type FindingLine = { readonly plan: PlanView; readonly finding: VerificationView }

/** One reply to a finding. */
export type ReplyLine = FindingLine & { readonly reply: ReplyView }

/** One decision of a finding's author. */
export type DecisionLine = FindingLine & { readonly decision: DecisionView }

/** One value that the IRM gave. */
export type CodingLine = { readonly plan: PlanView; readonly coding: CodingView }

/** One assessment of a Monitoring Body. */
export type AssessmentLine = { readonly plan: PlanView; readonly assessment: AssessmentView }

/** One member of the export. */
export type MemberLine = {
	readonly member: MemberView
	/** The site's own address, without a path. */
	readonly origin: string
}

/** One good practice of the export. */
export type PracticeLine = {
	readonly practice: PracticeView
	/** The site's own address, without a path. */
	readonly origin: string
}

/** All milestones of some plans, in their order. */
export function milestoneLines(records: readonly PlanRecord[]): readonly MilestoneLine[] {
	return records.flatMap(({ plan, commitments }) =>
		commitments.flatMap((commitment) =>
			commitment.milestones.map((milestone) => ({
				...{ plan, commitment, milestone },
				judgements: judgementsOfMilestone(milestone),
			})),
		),
	)
}

/** All independent findings on some plans: of each commitment those on the whole first, then those on its milestones. */
export function findingLines(records: readonly PlanRecord[]): readonly FindingLine[] {
	return records.flatMap((record) =>
		findingsOf(record).map(({ finding }) => ({ plan: record.plan, finding })),
	)
}

/** What was replied to findings on some plans, to their versions before as well. */
export function replyLines(records: readonly PlanRecord[]): readonly ReplyLine[] {
	return findingLines(records).flatMap((line) =>
		threadsOf(line).flatMap(({ replies }) => replies.map((reply) => ({ ...line, reply }))),
	)
}

/** What authors of findings on some plans decided, about their versions before as well. */
export function decisionLines(records: readonly PlanRecord[]): readonly DecisionLine[] {
	return findingLines(records).flatMap((line) =>
		threadsOf(line).flatMap(({ decisions }) => decisions.map((decision) => ({ ...line, decision }))),
	)
}

function threadsOf({ finding }: FindingLine): readonly FindingThread[] {
	const earlier = (finding.earlier ?? []).map(({ thread }) => thread)
	return finding.thread ? [finding.thread, ...earlier] : earlier
}

/** What the IRM said of some plans and their commitments. */
export function codingLines(records: readonly PlanRecord[]): readonly CodingLine[] {
	return records.flatMap(({ plan, codings, commitments }) =>
		[...codings, ...commitments.flatMap((commitment) => commitment.codings)].map((coding) => ({
			plan,
			coding,
		})),
	)
}

/** What Monitoring Bodies found of some plans and their commitments. */
export function assessmentLines(records: readonly PlanRecord[]): readonly AssessmentLine[] {
	return records.flatMap(({ plan, assessments = [], commitments }) =>
		[...assessments, ...commitments.flatMap((commitment) => commitment.assessments ?? [])].map(
			(assessment) => ({ plan, assessment }),
		),
	)
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
