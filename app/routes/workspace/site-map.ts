import { route } from '@remix-run/route-config'
import { replyRoutes } from './reply/site-map.ts'
import { codingRoutes } from './coding/site-map.ts'
import { peopleRoutes } from './people/site-map.ts'
import { keyRoutes } from './key/site-map.ts'
import { applicationRoutes } from './application/site-map.ts'
import { csoRoutes } from './cso/site-map.ts'
import { deskRoutes } from './desk/site-map.ts'
import { findingRoutes } from './finding/site-map.ts'
import { ruleVersionRoutes } from '../admin/rule-set/site-map.ts'
import { reportRoutes } from './report/site-map.ts'
import { planRoutes } from './plan/site-map.ts'
import { assessmentRoutes } from './assessment/site-map.ts'
import { selfAssessmentRoutes } from './self-assessment/site-map.ts'

/** Addresses for people who are signed in. One verb, one address. */
export const workspaceRoutes = [
	...reportRoutes,

	route(':lang/receipts/:recordId', 'routes/workspace/receipt.tsx'),
	...replyRoutes,

	...findingRoutes,
	route(':lang/verify', 'routes/workspace/verify.tsx'),
	route(':lang/verify/:claimRecordId', 'routes/workspace/verify-claim.tsx'),
	route(':lang/verify/:claimRecordId/begin', 'routes/workspace/verify-claim-begin.tsx'),
	route(':lang/verify/milestones/:milestoneId', 'routes/workspace/verify-milestone.tsx'),
	route(':lang/verify/milestones/:milestoneId/assign', 'routes/workspace/verification-queue/assign.tsx'),
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
	route(':lang/poc/files', 'routes/workspace/plan-files.tsx'),
	route(':lang/poc/files/:previewId', 'routes/workspace/plan-file-preview.tsx'),
	route(':lang/poc/files/:previewId/confirm', 'routes/workspace/plan-file-confirm.tsx'),
	route(':lang/poc/files/drafts/:draftId/:file', 'routes/workspace/plan-file-draft.ts'),
	route(':lang/poc/plans/:planId/report', 'routes/workspace/poc-report.tsx'),
	route(':lang/poc/reports/:recordId', 'routes/workspace/poc-compiled.tsx'),
	...planRoutes,

	route(':lang/poc/plans/:planId/amendments', 'routes/workspace/amendments.tsx'),
	route(':lang/poc/plans/:planId/amendments/begin', 'routes/workspace/amendment-begin.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId', 'routes/workspace/amendment.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/head', 'routes/workspace/amendment-head.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/records', 'routes/workspace/amendment-records.tsx'),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/commitments/new',
		'routes/workspace/amendment-commitment-new.tsx',
	),
	route(':lang/poc/plans/:planId/amendments/:draftId/merge', 'routes/workspace/amendment-merge.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/submit', 'routes/workspace/amendment-submit.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/approve', 'routes/workspace/amendment-approve.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/return', 'routes/workspace/amendment-return.tsx'),
	route(':lang/poc/plans/:planId/amendments/:draftId/discard', 'routes/workspace/amendment-discard.tsx'),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId',
		'routes/workspace/amendment-record.tsx',
	),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId/milestones/new',
		'routes/workspace/amendment-milestone-new.tsx',
	),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId/withdraw',
		'routes/workspace/amendment-withdraw.tsx',
	),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId/split',
		'routes/workspace/amendment-split.tsx',
	),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId/move',
		'routes/workspace/amendment-move.tsx',
	),
	route(
		':lang/poc/plans/:planId/amendments/:draftId/records/:recordId/undo',
		'routes/workspace/amendment-undo.tsx',
	),
	...selfAssessmentRoutes,
	...assessmentRoutes,
	...csoRoutes,
	...deskRoutes,
	...applicationRoutes,
	...keyRoutes,
	...codingRoutes,
	...peopleRoutes,
	...ruleVersionRoutes,
]
