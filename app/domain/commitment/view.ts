import { z } from 'zod'
import { OtherLanguages } from '#app/domain/action-plan/view.ts'
import { given } from '#app/domain/given.ts'
import type { Commitment, CommitmentVersion } from '#prisma/generated/client.ts'

/** The OGP values a commitment names, with the publisher's reason where there is one. */
export const OgpValues = z.array(z.strictObject({ code: z.string(), justification: z.string().nullable() }))

/** The policy areas of a commitment, in the publisher's words. */
export const PolicyAreas = z.array(z.string())

/** The commitments that one became. */
export const Successors = z.array(z.string())

/** What the log seals of a commitment's text; the same at `/records/<commitmentId>.json`. */
export function commitmentContent(row: CommitmentVersion, commitment: Pick<Commitment, 'actionPlanId'>) {
	return {
		kind: 'commitment.published' as const,
		recordId: row.commitmentId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		importedBy: row.importedById,
		planId: commitment.actionPlanId,
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
		otherLanguages: OtherLanguages.parse(row.otherLanguages),
		leadInstitution: row.leadInstitution,
		supportingInstitutions: row.supportingInstitutions,
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		ogpValues: OgpValues.parse(row.ogpValues),
		policyAreas: PolicyAreas.parse(row.policyAreas),
		...given({
			contributionEn: row.contributionEn,
			contributionId: row.contributionId,
			additionalEn: row.additionalEn,
			additionalId: row.additionalId,
			standing: row.standing,
			carriedOverFrom: row.carriedOverFrom,
		}),
		...successorsOf(row),
		source: row.source,
		sourceUrl: row.sourceUrl,
	}
}

function successorsOf(row: Pick<CommitmentVersion, 'successors'>): { readonly successors?: string[] } {
	const successors = Successors.parse(row.successors)
	return successors.length === 0 ? {} : { successors }
}

/** What a commitment's text does not say where it was imported, or was first published before it could be said. */
export const NO_FURTHER_COMMITMENT_TEXT = {
	contributionEn: null,
	contributionId: null,
	additionalEn: null,
	additionalId: null,
	standing: null,
	successors: [],
	carriedOverFrom: null,
} satisfies Partial<CommitmentVersion>
