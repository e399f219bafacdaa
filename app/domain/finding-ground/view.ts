import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { StatedLevel } from '#app/domain/commitment-level/view.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'

/** What government claims of the thing that is judged: of a milestone, or of the commitment as a whole. */
export type JudgedClaimView = { readonly claim: ClaimView | null; readonly stated: StatedLevel | null }

/** What is verified: a milestone or, without one, the commitment as a whole, with the claim that is judged, if any. */
export type SubjectView = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly commitment: Pick<CommitmentRecord, 'id' | 'number' | 'title' | 'description'>
	readonly milestone: Pick<
		MilestoneRecord,
		'id' | 'number' | 'title' | 'deliverable' | 'startsOn' | 'endsOn' | 'protocol' | 'observations'
	> | null
	readonly checkpoint: { readonly code: string; readonly dueOn: CalendarDay } | null
} & JudgedClaimView

/** Which thing of a plan's record is verified. */
export type SubjectPlace = {
	readonly commitmentId: string
	readonly milestoneId: string | null
	readonly checkpoint: { readonly code: string; readonly dueOn: CalendarDay } | null
	readonly claimRecordId: string | null
}

/** What is verified, out of a plan's record; null where the plan has no such commitment or milestone. */
export function subjectView(record: PlanRecord, place: SubjectPlace): SubjectView | null {
	const commitment = record.commitments.find((c) => c.id === place.commitmentId)
	const milestone = commitment?.milestones.find((m) => m.id === place.milestoneId)
	if (!commitment || (place.milestoneId !== null && !milestone)) return null
	const { id, number, title, description } = commitment
	const { checkpoint, claimRecordId } = place
	return {
		plan: { id: record.plan.id, title: record.plan.title },
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		commitment: { id, number, title, description },
		milestone: milestone ? milestoneOf(milestone) : null,
		checkpoint: checkpoint && { code: checkpoint.code, dueOn: checkpoint.dueOn },
		claim: milestone?.claims.find((claim) => claim.recordId === claimRecordId) ?? null,
		stated: (commitment.statedLevels ?? []).find((one) => one.recordId === claimRecordId) ?? null,
	}
}

function milestoneOf(milestone: MilestoneRecord): SubjectView['milestone'] {
	const { id, number, title, deliverable, startsOn, endsOn, protocol, observations } = milestone
	const observed = observations === undefined ? {} : { observations }
	const facts = { id, number, title, deliverable, startsOn, endsOn, ...observed }
	return protocol === undefined ? facts : { ...facts, protocol }
}

/** The level that government claims of what is judged; null where it claims none. */
export function claimedLevelOf({ claim, stated }: JudgedClaimView): CompletionLevel | null {
	return claim?.level ?? stated?.level ?? null
}
