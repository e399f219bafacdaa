import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { ListedCommitment } from '#prisma/generated/client.ts'
import { openEnds, widestGap } from './rules.ts'

/** A commitment in a list: what it is called, whose it is, its judges side by side and whether it is late. */
export type FoundCommitment = {
	readonly id: string
	readonly number: string | null
	readonly ogpId: string | null
	readonly title: Bilingual
	readonly standing: string | null
	readonly institution: string | null
	readonly policyAreas: readonly string[]
	readonly ogpValues: readonly string[]
	readonly member: { readonly id: string; readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly judgements: Judgements
	/** Milestones past their last day without a claim that they are complete, today at the member's. */
	readonly overdueMilestones: number
	/** The first of their last days; null where nothing is late. */
	readonly lateSinceOn: CalendarDay | null
	/** Latest day on which anybody published something about it. */
	readonly lastActOn: PartialDay
}

/** Something that a list can be narrowed to, with its name. */
export type Choice = { readonly id: string; readonly name: Bilingual }

/** What a list can be narrowed to, as far as it is not a fixed scale. */
export type ListChoices = {
	readonly members: readonly Choice[]
	/** Of the member that is chosen; none where none is. */
	readonly plans: readonly Choice[]
	readonly areas: readonly string[]
}

/** The rows that lists find a plan's commitments by. The same record gives the same rows. */
export function listedRows(record: PlanRecord): readonly (Omit<ListedCommitment, 'judgements'> & {
	readonly judgements: Judgements
})[] {
	const { plan } = record
	// The day decides only what is late today, which is not kept.
	return commitmentRows(record, '0001-01-01').map(({ commitment, judgements, lastActOn }) => {
		const openUntil = [...openEnds(commitment)]
		const { claimed, verified, assessed, coded, divergence } = judgements
		const gap = widestGap(judgements)
		return {
			commitmentId: commitment.id,
			actionPlanId: plan.id,
			planStartsOn: plan.startsOn ?? plan.submittedOn ?? '',
			position: commitment.position,
			textVersion: commitment.origin.version,
			institutions: [commitment.leadInstitution, commitment.supportingInstitutions]
				.filter((name) => name !== null)
				.join('\n'),
			policyAreas: [...commitment.policyAreas],
			ogpValues: commitment.ogpValues.map(({ code }) => code),
			claimed: claimed.level,
			verified: verified.level,
			assessed: assessed?.level ?? null,
			coded: coded.level,
			divergence: divergence.state,
			differs: gap > 0,
			gap,
			openUntil,
			lateAfter: openUntil[0] ?? null,
			lastActOn,
			judgements,
		}
	})
}
