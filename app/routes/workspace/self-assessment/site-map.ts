import { route } from '@remix-run/route-config'

/** Where government writes what it says of its own plan, and answers what others say to it. */
export const selfAssessmentRoutes = [
	route(':lang/poc/plans/:planId/self-assessments', 'routes/workspace/self-assessments.tsx'),
	route(':lang/poc/plans/:planId/self-assessments/:kind', 'routes/workspace/self-assessment.tsx'),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/preview',
		'routes/workspace/self-assessment-preview.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/texts/:section',
		'routes/workspace/self-assessment-text.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/recommendations',
		'routes/workspace/self-assessment-recommendations.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/recommendations/none',
		'routes/workspace/self-assessment-recommendations-none.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/recommendations/:position/remove',
		'routes/workspace/self-assessment-recommendation-remove.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/commitments/:commitmentId',
		'routes/workspace/self-assessment-commitment.tsx',
	),
	route(':lang/poc/plans/:planId/self-assessments/:kind/open', 'routes/workspace/self-assessment-open.tsx'),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/comments/:position',
		'routes/workspace/self-assessment-comment.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/submit',
		'routes/workspace/self-assessment-submit.tsx',
	),
	route(
		':lang/poc/plans/:planId/self-assessments/:kind/approve',
		'routes/workspace/self-assessment-approve.tsx',
	),
]
