import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'

type Act =
	| { readonly kind: 'text'; readonly by: Bilingual | null; readonly source: string }
	| { readonly kind: 'claim'; readonly claim: ClaimView; readonly milestone: string | null }
	| {
			readonly kind: 'verification'
			readonly verification: VerificationView
			readonly milestone: string | null
	  }
	| { readonly kind: 'reply'; readonly reply: ReplyView }
	| {
			readonly kind: 'decision'
			readonly decision: DecisionView
			readonly by: Pick<VerificationView, 'organizationId' | 'organizationName'>
	  }
	| { readonly kind: 'coding'; readonly coding: CodingView }
	| { readonly kind: 'assessment'; readonly assessment: AssessmentView }
	| { readonly kind: 'withdrawal' }

/** One published act about a commitment. */
export type TimelineEntry = Act & {
	readonly recordId: string
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** Every act about a commitment, newest first. The order is the log's: time is never trusted for order. */
export function timelineEntries(commitment: CommitmentRecord): readonly TimelineEntry[] {
	const { origin } = commitment
	const entries: TimelineEntry[] = [
		{
			kind: 'text',
			by: origin.importedBy,
			source: origin.source,
			recordId: commitment.id,
			...placeOf(origin),
		},
		...commitment.verifications.flatMap((verification) => verificationEntries(verification, null)),
		...commitment.codings.map((coding): TimelineEntry => ({
			kind: 'coding',
			coding,
			recordId: coding.recordId,
			...placeOf(coding),
		})),
		...(commitment.assessments ?? []).map(assessmentEntry),
		...(commitment.withdrawals ?? []).map((withdrawal): TimelineEntry => ({
			kind: 'withdrawal',
			recordId: withdrawal.recordId,
			...placeOf(withdrawal),
		})),
		...commitment.milestones.flatMap((milestone) => [
			...milestone.claims.map((claim): TimelineEntry => ({
				kind: 'claim',
				claim,
				milestone: milestone.number,
				recordId: claim.recordId,
				...placeOf(claim),
			})),
			...milestone.verifications.flatMap((verification) =>
				verificationEntries(verification, milestone.number),
			),
		]),
	]
	return entries.sort((a, b) => b.ledgerIndex - a.ledgerIndex)
}

function assessmentEntry(assessment: AssessmentView): TimelineEntry {
	return { kind: 'assessment', assessment, recordId: assessment.recordId, ...placeOf(assessment) }
}

/** A finding with the replies to it and the decisions about it, those on its earlier versions among them. */
function verificationEntries(
	verification: VerificationView,
	milestone: string | null,
): readonly TimelineEntry[] {
	const { recordId, thread, earlier = [] } = verification
	const threads = [...(thread ? [thread] : []), ...earlier.map((version) => version.thread)]
	return [
		{ kind: 'verification', verification, milestone, recordId, ...placeOf(verification) },
		...threads.flatMap(({ replies, decisions }): readonly TimelineEntry[] => [
			...replies.map((reply) => ({
				kind: 'reply' as const,
				reply,
				recordId: reply.recordId,
				...placeOf(reply),
			})),
			...decisions.map((decision) => ({
				kind: 'decision' as const,
				decision,
				by: verification,
				recordId: decision.recordId,
				...placeOf(decision),
			})),
		]),
	]
}

function placeOf({ publishedOn, ledgerIndex }: { publishedOn: CalendarDay; ledgerIndex: number }) {
	return { publishedOn, ledgerIndex }
}
