import type { AssessmentLine, CodingLine } from '#app/domain/open-data/view.ts'
import { openColumn, protectedPieces, publicAddresses } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const ofCoding = openColumn<CodingLine>
const ofAssessment = openColumn<AssessmentLine>

/** One row per value that the IRM gave a commitment or a plan, in its own words. */
export const CODING_COLUMNS: readonly OpenColumn<CodingLine>[] = [
	ofCoding('record', 'record', ({ coding }) => coding.recordId),
	ofCoding('version', 'version', ({ coding }) => coding.version),
	ofCoding('published_on', 'published', ({ coding }) => coding.publishedOn),
	ofCoding('plan', 'id', ({ plan }) => plan.id),
	ofCoding('commitment', 'whole-plan', ({ coding }) => coding.commitmentId),
	ofCoding('indicator', 'indicator', ({ coding }) => coding.indicator),
	ofCoding('value', 'coded-value', ({ coding }) => coding.value),
	ofCoding('value_as_published', 'coded-text', ({ coding }) => coding.valueAsPublished),
	ofCoding('product', 'product', ({ coding }) => coding.product),
	ofCoding('year', 'coded-year', ({ coding }) => coding.year),
	ofCoding('coded_on', 'coded-on', ({ coding }) => coding.codedOn ?? null),
	ofCoding('locator', 'locator', ({ coding }) => coding.locator ?? null),
	ofCoding('source', 'source', ({ coding }) => coding.source),
	ofCoding('source_url', 'source-url', ({ coding }) => coding.sourceUrl),
]

/** One row per assessment of a Monitoring Body, of a commitment or of a plan. Its answers stand at its record. */
export const ASSESSMENT_COLUMNS: readonly OpenColumn<AssessmentLine>[] = [
	ofAssessment('record', 'record', ({ assessment }) => assessment.recordId),
	ofAssessment('version', 'version', ({ assessment }) => assessment.version),
	ofAssessment('published_on', 'published', ({ assessment }) => assessment.publishedOn),
	ofAssessment('plan', 'id', ({ plan }) => plan.id),
	ofAssessment('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	ofAssessment('commitment', 'whole-plan', ({ assessment }) => assessment.commitmentId),
	ofAssessment('organization', 'id', ({ assessment }) => assessment.organizationId),
	ofAssessment('organization_name_en', 'both', ({ assessment }) => assessment.organizationName.en),
	ofAssessment('organization_name_id', 'both', ({ assessment }) => assessment.organizationName.id),
	ofAssessment('kind', 'assessment-kind', ({ assessment }) => assessment.kind),
	ofAssessment('question_set', 'question-set', ({ assessment }) => assessment.questionSet),
	ofAssessment('answers', 'count', ({ assessment }) => assessment.answers.length),
	ofAssessment('level', 'assessed', ({ assessment }) => assessment.level),
	ofAssessment('signed_by', 'signed-by', ({ assessment }) => assessment.signedByCount),
	ofAssessment('due_on', 'assessment-due', ({ assessment }) => assessment.dueOn),
	ofAssessment('evidence_public', 'evidence-public', ({ assessment }) =>
		publicAddresses(assessment.evidence),
	),
	ofAssessment('evidence_protected', 'evidence-protected', ({ assessment }) =>
		protectedPieces(assessment.evidence),
	),
]
