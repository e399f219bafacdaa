import { route } from '@remix-run/route-config'

/** Addresses for those who write and run a member's plans. */
export const planRoutes = [
	route(':lang/poc/drafts', 'routes/workspace/plan-drafts.tsx'),
	route(':lang/poc/drafts/new', 'routes/workspace/plan-draft-new.tsx'),
	route(':lang/poc/drafts/:draftId', 'routes/workspace/plan-draft.tsx'),
	route(':lang/poc/drafts/:draftId/facts', 'routes/workspace/plan-draft-facts.tsx'),
	route(':lang/poc/drafts/:draftId/consultation', 'routes/workspace/plan-draft-consultation.tsx'),
	route(':lang/poc/drafts/:draftId/submit', 'routes/workspace/plan-draft-submit.tsx'),
	route(':lang/poc/drafts/:draftId/approve', 'routes/workspace/plan-draft-approve.tsx'),
	route(':lang/poc/drafts/:draftId/return', 'routes/workspace/plan-draft-return.tsx'),
	route(':lang/poc/drafts/:draftId/commitments/new', 'routes/workspace/plan-commitment-new.tsx'),
	...commitmentDraftRoutes(':lang/poc/drafts/:draftId/commitments/:commitmentId'),
	route(':lang/poc/plans/:planId/stage', 'routes/workspace/plan-stage.tsx'),
	route(':lang/poc/plans/:planId/checkpoints', 'routes/workspace/plan-checkpoints.tsx'),
	route(
		':lang/poc/plans/:planId/checkpoints/:checkpointCode/reopen',
		'routes/workspace/plan-checkpoint-reopen.tsx',
	),
]

/** A commitment of a plan that is being written, and its milestones. */
function commitmentDraftRoutes(at: string) {
	return [
		route(at, 'routes/workspace/plan-commitment.tsx'),
		route(`${at}/edit/:screen`, 'routes/workspace/plan-commitment-screen.tsx'),
		route(`${at}/move`, 'routes/workspace/plan-commitment-move.tsx'),
		route(`${at}/remove`, 'routes/workspace/plan-commitment-remove.tsx'),
		route(`${at}/milestones/new`, 'routes/workspace/plan-milestone-new.tsx'),
		route(`${at}/milestones/:milestoneId/edit/:screen`, 'routes/workspace/plan-milestone-screen.tsx'),
		route(`${at}/milestones/:milestoneId/move`, 'routes/workspace/plan-milestone-move.tsx'),
		route(`${at}/milestones/:milestoneId/remove`, 'routes/workspace/plan-milestone-remove.tsx'),
	]
}
