import { isLate, shownPages, unplacedEvidence } from '#app/domain/published-assessment/view.ts'
import type { PublishedAssessment, ShownPage } from '#app/domain/published-assessment/view.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { Witness } from '#reports/document/witness.ts'
import type { NamedCommitment } from '#app/domain/local-assessment/view.ts'

/** All that the document of an assessment says, in no language. */
export type LocalAssessmentModel = Witness & {
	readonly published: PublishedAssessment
	/** The commitment that the whole assessment is about; null where it is about the plan. */
	readonly commitment: NamedCommitment | null
	readonly pages: readonly ShownPage[]
	readonly further: readonly EvidenceView[]
	/** Null where no last day is known. */
	readonly isLate: boolean | null
}

/** What the document needs, worked out from the published act alone. */
export function localAssessmentModel(published: PublishedAssessment, witness: Witness): LocalAssessmentModel {
	const { assessment, commitments } = published
	return {
		...witness,
		published,
		commitment: commitments.find(({ id }) => id === assessment.commitmentId) ?? null,
		pages: shownPages(published),
		further: unplacedEvidence(assessment),
		isLate: isLate(published),
	}
}
