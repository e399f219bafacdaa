import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'

type Act =
	| { readonly kind: 'text'; readonly by: Bilingual | null; readonly source: string }
	| { readonly kind: 'claim'; readonly claim: ClaimView; readonly milestone: string | null }
	| {
			readonly kind: 'verification'
			readonly verification: VerificationView
			readonly milestone: string | null
	  }
	| { readonly kind: 'coding'; readonly coding: CodingView }
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
		...commitment.verifications.map((verification) => verificationEntry(verification, null)),
		...commitment.codings.map((coding): TimelineEntry => ({
			kind: 'coding',
			coding,
			recordId: coding.recordId,
			...placeOf(coding),
		})),
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
			...milestone.verifications.map((verification) => verificationEntry(verification, milestone.number)),
		]),
	]
	return entries.sort((a, b) => b.ledgerIndex - a.ledgerIndex)
}

function verificationEntry(verification: VerificationView, milestone: string | null): TimelineEntry {
	return {
		kind: 'verification',
		verification,
		milestone,
		recordId: verification.recordId,
		...placeOf(verification),
	}
}

function placeOf({ publishedOn, ledgerIndex }: { publishedOn: CalendarDay; ledgerIndex: number }) {
	return { publishedOn, ledgerIndex }
}
