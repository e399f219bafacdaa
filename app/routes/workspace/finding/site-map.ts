import { route } from '@remix-run/route-config'

/** Addresses where civil society chooses what to verify, stands back, and reads a colleague's finding. */
export const findingRoutes = [
	route(':lang/verify/commitments', 'routes/workspace/finding/commitments.tsx'),
	route(':lang/verify/commitments/:commitmentId', 'routes/workspace/finding/commitment.tsx'),
	route(':lang/verify/commitments/:commitmentId/stand-back', 'routes/workspace/finding/stand-back.tsx'),
	route(
		':lang/verify/commitments/:commitmentId/:checkpointCode',
		'routes/workspace/finding/commitment-checkpoint.tsx',
	),
	route(
		':lang/verify/commitments/:commitmentId/:checkpointCode/begin',
		'routes/workspace/finding/commitment-checkpoint-begin.tsx',
	),
	route(
		':lang/verify/milestones/:milestoneId/:checkpointCode',
		'routes/workspace/finding/milestone-checkpoint.tsx',
	),
	route(
		':lang/verify/milestones/:milestoneId/:checkpointCode/begin',
		'routes/workspace/finding/milestone-checkpoint-begin.tsx',
	),
	route(':lang/verify/reviews', 'routes/workspace/finding/reviews.tsx'),
	route(':lang/verifications/:draftId/ask-review', 'routes/workspace/finding/ask-review.tsx'),
	route(':lang/verifications/:draftId/review', 'routes/workspace/finding/review.tsx'),
	route(':lang/verifications/:draftId/review/pass', 'routes/workspace/finding/review-pass.tsx'),
	route(':lang/verifications/:draftId/review/return', 'routes/workspace/finding/review-return.tsx'),
]
