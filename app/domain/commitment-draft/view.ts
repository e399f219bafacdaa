import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CommitmentText, MilestoneText } from '#app/domain/plan-draft/schema.ts'

/** A commitment of which nothing is written yet. */
export const EMPTY_COMMITMENT_TEXT: CommitmentText = {
	number: null,
	titleEn: null,
	titleId: null,
	theme: null,
	descriptionEn: null,
	descriptionId: null,
	problemEn: null,
	problemId: null,
	baselineEn: null,
	baselineId: null,
	contributionEn: null,
	contributionId: null,
	additionalEn: null,
	additionalId: null,
	leadInstitution: null,
	supportingInstitutions: null,
	startsOn: null,
	endsOn: null,
	ogpValues: [],
	policyAreas: [],
	carriedOverFrom: null,
}

/** A commitment of an earlier plan of the member, which a new one may go on with. */
export type EarlierCommitment = { readonly id: string; readonly title: Bilingual }

/** A milestone of which nothing is written yet. */
export const EMPTY_MILESTONE_TEXT: MilestoneText = {
	number: null,
	titleEn: null,
	titleId: null,
	deliverableEn: null,
	deliverableId: null,
	responsible: null,
	startsOn: null,
	endsOn: null,
	protocol: null,
}
