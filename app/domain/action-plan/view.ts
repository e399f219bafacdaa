import { z } from 'zod'
import type { Standing } from '#app/domain/published-text/rules.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { StatedLevel } from '#app/domain/commitment-level/view.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import type { OwedAssessment, OwedReport } from '#app/domain/owed-assessment/schema.ts'
import type { ObservationView } from '#app/domain/observation/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { RecusalView } from '#app/domain/recusal/view.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { WithdrawalView } from '#app/domain/withdrawal/view.ts'
import type { ActionPlan, ActionPlanVersion } from '#prisma/generated/client.ts'
import type { PlanStatus } from './rules.ts'

/** Which version of a published text this is, where it came from, and its place in the ledger. */
export type TextOrigin = {
	readonly version: number
	readonly source: string
	readonly sourceUrl: string | null
	readonly importedBy: Bilingual | null
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** An action plan as it stands. Null always means: the source does not say. */
export type PlanView = {
	readonly id: string
	readonly member: MemberView
	readonly status: PlanStatus
	readonly number: string | null
	readonly title: Bilingual
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	readonly submittedOn: PartialDay | null
	/** How many commitments the publisher says the plan has. */
	readonly commitmentsPublished: number | null
	/** How many of them are here. */
	readonly commitmentsHere: number
	readonly origin: TextOrigin
}

export type CheckpointView = {
	readonly id: string
	readonly code: string
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly lockedOn: CalendarDay | null
	/** Last day of its newest reopening; absent where it never was opened again. */
	readonly reopenedUntilOn?: CalendarDay
}

export type OgpValueView = { readonly code: string; readonly justification: string | null }

/** A record that another one became or came from: what it is called, and the commitment on whose page it stands. */
export type RelatedRecord = {
	readonly id: string
	/** Its own id where it is a commitment. */
	readonly commitmentId: string
	readonly number: string | null
	readonly title: Bilingual
}

/** What became of a record after it was first published; each absent where there is nothing to say. */
type Amended<Text> = {
	readonly standing?: Standing
	/** Its texts before the one in force, oldest first: the first is the baseline. */
	readonly earlier?: readonly Text[]
	readonly successors?: readonly RelatedRecord[]
	readonly predecessors?: readonly RelatedRecord[]
}

/** One version of a plan's text. */
export type PlanTextView = Pick<PlanView, 'number' | 'title' | 'startsOn' | 'endsOn' | 'origin'>

/** One version of a milestone's text. */
export type MilestoneTextView = {
	readonly number: string | null
	readonly title: Bilingual
	readonly deliverable: Bilingual
	readonly responsible: string | null
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	/** How it can be verified; absent where nobody said it. */
	readonly protocol?: VerificationProtocol
	readonly origin: TextOrigin
}

/** A milestone with everything public that was said about it, newest first. */
export type MilestoneRecord = MilestoneTextView &
	Amended<MilestoneTextView> & {
		readonly id: string
		readonly claims: readonly ClaimView[]
		readonly verifications: readonly VerificationView[]
		/** What the public saw of it; never counted. Absent where nobody wrote. */
		readonly observations?: readonly ObservationView[]
	}

/** One version of a commitment's text. */
export type CommitmentTextView = {
	readonly number: string | null
	readonly title: Bilingual
	readonly theme: string | null
	readonly description: Bilingual
	readonly problem: Bilingual
	readonly baseline: Bilingual
	/** How it helps to solve the problem, and budget, programmes and goals; absent where nothing is said. */
	readonly contribution?: Bilingual
	readonly additional?: Bilingual
	readonly leadInstitution: string | null
	readonly supportingInstitutions: string | null
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	readonly ogpValues: readonly OgpValueView[]
	readonly policyAreas: readonly string[]
	readonly origin: TextOrigin
}

/** A commitment with everything public that was said about it. */
export type CommitmentRecord = CommitmentTextView &
	Amended<CommitmentTextView> & {
		readonly id: string
		readonly ogpId: string | null
		readonly position: number
		readonly milestones: readonly MilestoneRecord[]
		/** Verifications of the commitment as a whole, newest first. */
		readonly verifications: readonly VerificationView[]
		readonly codings: readonly CodingView[]
		/** Levels that institutions stated for the whole, newest first; absent where none was. */
		readonly statedLevels?: readonly StatedLevel[]
		/** In place of findings that their authors withdrew; absent where none was. */
		readonly withdrawals?: readonly WithdrawalView[]
		/** What the Monitoring Body found; absent where it found nothing. */
		readonly assessments?: readonly AssessmentView[]
		/** Who stood back from judging it; absent where nobody did. */
		readonly recusals?: readonly RecusalView[]
	}

/**
 * Everything public about one plan. Dashboard, pages, API, exports and PDF are pure functions of this, so that
 * one number has one origin.
 */
export type PlanRecord = {
	readonly plan: PlanView
	readonly ruleSet: RuleSetView
	readonly checkpoints: readonly CheckpointView[]
	readonly commitments: readonly CommitmentRecord[]
	/** Codings of the plan as a whole. */
	readonly codings: readonly CodingView[]
	/** The plan's own texts before the one in force, oldest first; absent where there are none. */
	readonly earlier?: readonly PlanTextView[]
	/** Published amendments in the order of the log; absent where there are none. */
	readonly amendments?: readonly AmendmentView[]
	/** Acts of which what is stored cannot be read any more; absent where there are none. */
	readonly unreadable?: readonly UnreadableAct[]
	/** What the Monitoring Body found about the plan as a whole; absent where nothing. */
	readonly assessments?: readonly AssessmentView[]
	/** Self-assessments that are owed or final; absent for plans whose self-assessments are not kept here. */
	readonly selfAssessments?: readonly OwedAssessment[]
	/** Independent reports that are owed; absent for plans whose calendar is not kept here. */
	readonly owedReports?: readonly OwedReport[]
	/** Number of leaves in the ledger when this was read. */
	readonly ledgerSize: number
}

/** A publisher's texts in languages that have no column of their own: language → field → text. */
export const OtherLanguages = z.record(z.string(), z.record(z.string(), z.string()))

/** What the log seals of a plan's text; the same at `/records/<planId>.json`. */
export function planContent(row: ActionPlanVersion, plan: Pick<ActionPlan, 'memberId' | 'ruleSetId'>) {
	return {
		kind: 'action-plan.published' as const,
		recordId: row.actionPlanId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		importedBy: row.importedById,
		memberId: plan.memberId,
		ruleSetId: plan.ruleSetId,
		number: row.number,
		titleEn: row.titleEn,
		titleId: row.titleId,
		otherLanguages: OtherLanguages.parse(row.otherLanguages),
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		submittedOn: row.submittedOn,
		commitmentsPublished: row.commitmentsPublished,
		source: row.source,
		sourceUrl: row.sourceUrl,
	}
}

/** How many plans a list shows at once. Source: our own. */
export const PLANS_AT_ONCE = 50

/** A part of a longer list, and where the parts beside it begin. */
export type PlanPage = {
	readonly shown: readonly PlanView[]
	/** Places of the first and the last one shown, from 1; both 0 where there is none. */
	readonly first: number
	readonly last: number
	readonly of: number
	/** After which plan the part before begins: null at the very first, absent where there is none before. */
	readonly previous?: string | null
	/** After which plan the next part begins; absent where this is the last. */
	readonly next?: string
}

/** The plans that follow a plan, or the first ones; a plan that is not in the list stands for none. */
export function planPage(plans: readonly PlanView[], after: string | undefined): PlanPage {
	const start = plans.findIndex(({ id }) => id === after) + 1
	const end = start + PLANS_AT_ONCE
	const shown = plans.slice(start, end)
	const last = shown.at(-1)
	return {
		shown,
		first: shown.length === 0 ? 0 : start + 1,
		last: start + shown.length,
		of: plans.length,
		...(start > 0 ? { previous: plans[start - PLANS_AT_ONCE - 1]?.id ?? null } : {}),
		...(end < plans.length && last ? { next: last.id } : {}),
	}
}
