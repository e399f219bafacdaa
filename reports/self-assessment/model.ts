import { assessmentOutline } from '#app/domain/assessment-outline/view.ts'
import type { AssessmentSection } from '#app/domain/assessment-outline/view.ts'
import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import type { Witness } from '#reports/document/witness.ts'

/** All that the document of a self-assessment says, in no language. */
export type SelfAssessmentDocumentModel = Witness & {
	readonly published: PublicAssessment
	/** OGP's outline with what stands in each section. */
	readonly outline: readonly AssessmentSection[]
	/** Whether a newer version was published. */
	readonly isReplaced: boolean
}

/** What the document needs, worked out from the published act and, before the final version, the comments so far. */
export function selfAssessmentDocumentModel(
	published: PublicAssessment,
	witness: Witness,
): SelfAssessmentDocumentModel {
	return {
		...witness,
		published,
		outline: assessmentOutline(published.model),
		isReplaced: published.newest.version !== published.version,
	}
}
