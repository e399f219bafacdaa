import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { OgpValues, PolicyAreas } from '#app/domain/commitment/view.ts'
import { StoredProtocol } from '#app/domain/milestone/schema.ts'
import type { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type {
	ActionPlanVersion,
	Amendment,
	CommitmentVersion,
	MilestoneVersion,
} from '#prisma/generated/client.ts'
import { AmendmentChanges } from './schema.ts'

/** A published amendment: why texts were changed, on whose proposal and with whose agreement. */
export type AmendmentView = {
	readonly recordId: string
	readonly version: number
	readonly reason: Bilingual
	readonly proposedBy: string
	readonly agreedBy: string
	readonly effectiveOn: CalendarDay
	readonly changes: AmendmentChanges
	readonly organizationName: Bilingual
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** A published amendment as everyone sees it; people stay out. */
export function amendmentView(
	row: Unsealed<Amendment>,
	place: Pick<AmendmentView, 'organizationName' | 'ledgerIndex'>,
): AmendmentView {
	return {
		recordId: row.recordId,
		version: row.version,
		reason: { en: row.reasonEn, id: row.reasonId },
		proposedBy: row.proposedBy,
		agreedBy: row.agreedBy,
		effectiveOn: row.effectiveOn,
		changes: AmendmentChanges.parse(row.changes),
		publishedOn: row.publishedOn,
		...place,
	}
}

/** The text of a published plan, as an amendment takes it up. What its versions do not hold is null. */
export function planTextOf(row: ActionPlanVersion): PlanText {
	const { number, titleEn, titleId, startsOn, endsOn } = row
	return { number, titleEn, titleId, startsOn, endsOn, administrationEndsOn: null }
}

/** The text of a published commitment, as an amendment takes it up. */
export function commitmentTextOf(row: CommitmentVersion): CommitmentText {
	return {
		number: row.number,
		titleEn: row.titleEn,
		titleId: row.titleId,
		theme: row.theme,
		descriptionEn: row.descriptionEn,
		descriptionId: row.descriptionId,
		problemEn: row.problemEn,
		problemId: row.problemId,
		baselineEn: row.baselineEn,
		baselineId: row.baselineId,
		contributionEn: row.contributionEn,
		contributionId: row.contributionId,
		additionalEn: row.additionalEn,
		additionalId: row.additionalId,
		leadInstitution: row.leadInstitution,
		supportingInstitutions: row.supportingInstitutions,
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		ogpValues: OgpValues.parse(row.ogpValues),
		policyAreas: PolicyAreas.parse(row.policyAreas),
		carriedOverFrom: row.carriedOverFrom,
	}
}

/** The text of a published milestone, as an amendment takes it up. */
export function milestoneTextOf(row: MilestoneVersion): MilestoneText {
	const { number, titleEn, titleId, deliverableEn, deliverableId, responsible, startsOn, endsOn } = row
	const protocol = StoredProtocol.parse(row.protocol)
	return { number, titleEn, titleId, deliverableEn, deliverableId, responsible, startsOn, endsOn, protocol }
}

/** What the act of an amendment says in public. */
export function amendmentContent(row: Amendment) {
	return {
		kind: 'amendment.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		proposedBy: row.proposedBy,
		agreedBy: row.agreedBy,
		effectiveOn: row.effectiveOn,
		changes: AmendmentChanges.parse(row.changes),
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
