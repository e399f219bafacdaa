import { route } from '@remix-run/route-config'

/** Addresses for people who are signed in. One verb, one address. */
export const workspaceRoutes = [
	route(':lang/tasks', 'routes/workspace/tasks.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/level', 'routes/workspace/task-level.tsx'),
	route(':lang/tasks/:milestoneId/:checkpointCode/done', 'routes/workspace/task-done.tsx'),
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

	route(':lang/receipts/:recordId', 'routes/workspace/receipt.tsx'),

	route(':lang/verify', 'routes/workspace/verify.tsx'),
	route(':lang/verify/:claimRecordId', 'routes/workspace/verify-claim.tsx'),
	route(':lang/verify/:claimRecordId/begin', 'routes/workspace/verify-claim-begin.tsx'),
	route(':lang/verify/milestones/:milestoneId', 'routes/workspace/verify-milestone.tsx'),
	route(':lang/verify/milestones/:milestoneId/begin', 'routes/workspace/verify-milestone-begin.tsx'),
	route(':lang/verifications/:draftId/finding', 'routes/workspace/finding.tsx'),
	route(':lang/verifications/:draftId/reasons', 'routes/workspace/finding-reasons.tsx'),
	route(':lang/verifications/:draftId/evidence', 'routes/workspace/finding-evidence.tsx'),
	route(':lang/verifications/:draftId/evidence/another', 'routes/workspace/finding-evidence-another.tsx'),
	route(':lang/verifications/:draftId/evidence/file', 'routes/workspace/finding-evidence-file.tsx'),
	route(
		':lang/verifications/:draftId/evidence/file/another',
		'routes/workspace/finding-evidence-file-another.tsx',
	),
	route(
		':lang/verifications/:draftId/evidence/:position/remove',
		'routes/workspace/finding-evidence-remove.tsx',
	),
	route(':lang/verifications/:draftId/check', 'routes/workspace/finding-check.tsx'),
	route(':lang/verifications/:draftId/newest-claim', 'routes/workspace/finding-newest-claim.tsx'),
	route(':lang/verifications/:draftId/publish', 'routes/workspace/finding-publish.tsx'),

	route(':lang/evidence/:evidenceId/original', 'routes/workspace/evidence-original.tsx'),
	route(':lang/protected-evidence/:evidenceId', 'routes/workspace/protected-evidence.tsx'),
	route(':lang/protected-evidence/:evidenceId/file', 'routes/workspace/protected-evidence-file.ts'),
	route(':lang/protected-evidence/:evidenceId/preview', 'routes/workspace/protected-evidence-preview.ts'),
	route(':lang/uploaded-files/:upload', 'routes/workspace/uploaded-evidence-file.ts'),
	route(':lang/uploaded-files/:upload/preview', 'routes/workspace/uploaded-evidence-preview.ts'),

	route(':lang/checkpoint-letter', 'routes/workspace/checkpoint-letter.tsx'),
	route(':lang/checkpoint-letter/ask', 'routes/workspace/checkpoint-letter-ask.ts'),
	route(':lang/checkpoint-letter/end', 'routes/workspace/checkpoint-letter-end.ts'),

	route(':lang/withdrawals', 'routes/workspace/withdrawals.tsx'),
	route(':lang/withdrawals/:recordId', 'routes/workspace/withdrawal.tsx'),
	route(':lang/withdrawals/:recordId/withdraw', 'routes/workspace/withdrawal-withdraw.tsx'),
	route(':lang/withdrawals/:recordId/request-removal', 'routes/workspace/withdrawal-request.tsx'),
	route(':lang/withdrawals/:recordId/confirm-removal', 'routes/workspace/withdrawal-confirm.tsx'),

	route(':lang/poc', 'routes/workspace/poc.tsx'),
	route(':lang/poc/plans/:planId/report', 'routes/workspace/poc-report.tsx'),
	route(':lang/poc/reports/:recordId', 'routes/workspace/poc-compiled.tsx'),
]
