import { route } from '@remix-run/route-config'

/**
 * Addresses of the list of tasks, of progress reports, of the levels of whole commitments, of those who
 * approve both, of reports that are being compiled, and of drafts that are shared before.
 */
export const reportRoutes = [
	route(':lang/tasks', 'routes/workspace/tasks.tsx'),
	route(':lang/overview', 'routes/workspace/overview/overview.tsx'),
	route(':lang/tasks/file', 'routes/workspace/update-files.tsx'),
	route(':lang/tasks/file/open-updates.xlsx', 'routes/workspace/update-file-open.ts'),
	route(':lang/tasks/file/:previewId', 'routes/workspace/update-file-preview.tsx'),
	route(':lang/tasks/file/:previewId/confirm', 'routes/workspace/update-file-confirm.ts'),
	route(':lang/tasks/all', 'routes/workspace/tasks-all.tsx'),
	route(':lang/tasks/approvals', 'routes/workspace/approvals.tsx'),
	route(':lang/tasks/approvals/approve', 'routes/workspace/approvals-approve.tsx'),
	route(':lang/tasks/approvals/done', 'routes/workspace/approvals-done.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/level', 'routes/workspace/task-level.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/done', 'routes/workspace/task-done.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/typed', 'routes/workspace/task-typed.ts'),
	route(':lang/tasks/:milestoneId/:checkpointCode/links', 'routes/workspace/task-links.tsx'),
	route(':lang/update-links/:linkId/revoke', 'routes/workspace/update-link-revoke.ts'),
	route(':lang/tasks/:milestoneId/:checkpointCode/challenges', 'routes/workspace/task-challenges.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/evidence', 'routes/workspace/task-evidence.tsx'),
	route(
		':lang/tasks/:milestoneId/:checkpointCode/evidence/another',
		'routes/workspace/task-evidence-another.tsx',
	),
	route(':lang/tasks/:milestoneId/:checkpointCode/evidence/file', 'routes/workspace/task-evidence-file.tsx'),
	route(
		':lang/tasks/:milestoneId/:checkpointCode/evidence/file/another',
		'routes/workspace/task-evidence-file-another.tsx',
	),
	route(
		':lang/tasks/:milestoneId/:checkpointCode/evidence/:position/remove',
		'routes/workspace/task-evidence-remove.tsx',
	),
	route(':lang/tasks/:milestoneId/:checkpointCode/check', 'routes/workspace/task-check.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/submitted', 'routes/workspace/task-submitted.tsx'),

	route(':lang/approvals/:draftId', 'routes/workspace/approval.tsx'),
	route(':lang/approvals/:draftId/approve', 'routes/workspace/approval-approve.tsx'),
	route(':lang/approvals/:draftId/return', 'routes/workspace/approval-return.tsx'),

	route(':lang/commitment-levels/:commitmentId/:checkpointCode', 'routes/workspace/commitment-level.tsx'),
	route(':lang/commitment-level-approvals/:draftId', 'routes/workspace/commitment-level-approval.tsx'),
	route(':lang/commitment-level-approvals/:draftId/approve', 'routes/workspace/commitment-level-approve.tsx'),
	route(':lang/commitment-level-approvals/:draftId/return', 'routes/workspace/commitment-level-return.tsx'),

	route(':lang/poc/report-jobs/:jobId', 'routes/workspace/poc-report-job.tsx'),
	route(':lang/poc/plans/:planId/report/draft', 'routes/workspace/report-draft/open.tsx'),
	route(':lang/report-drafts/:draftId', 'routes/workspace/report-draft/draft.tsx'),
	route(':lang/report-drafts/:draftId/dissent', 'routes/workspace/report-draft/dissent.tsx'),
]
