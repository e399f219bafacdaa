import { route } from '@remix-run/route-config'

/** Addresses where institutions reply to findings, and where the authors of findings decide about them. */
export const replyRoutes = [
	route(':lang/findings/:recordId/reply', 'routes/workspace/reply/reply.tsx'),
	route(':lang/findings/:recordId/reply/evidence', 'routes/workspace/reply/reply-evidence.tsx'),
	route(
		':lang/findings/:recordId/reply/evidence/another',
		'routes/workspace/reply/reply-evidence-another.tsx',
	),
	route(':lang/findings/:recordId/reply/evidence/file', 'routes/workspace/reply/reply-file.tsx'),
	route(
		':lang/findings/:recordId/reply/evidence/file/another',
		'routes/workspace/reply/reply-file-another.tsx',
	),
	route(
		':lang/findings/:recordId/reply/evidence/:position/remove',
		'routes/workspace/reply/reply-evidence-remove.tsx',
	),
	route(':lang/findings/:recordId/reply/newest', 'routes/workspace/reply/reply-newest.tsx'),
	route(':lang/findings/:recordId/reply/check', 'routes/workspace/reply/reply-check.tsx'),
	route(':lang/findings/:recordId/reply/publish', 'routes/workspace/reply/reply-publish.tsx'),

	route(':lang/findings/:recordId/decision', 'routes/workspace/reply/decision.tsx'),
	route(':lang/findings/:recordId/decision/check', 'routes/workspace/reply/decision-check.tsx'),
	route(':lang/findings/:recordId/decision/publish', 'routes/workspace/reply/decision-publish.tsx'),
]
