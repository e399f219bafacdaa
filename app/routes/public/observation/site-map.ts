import { route } from '@remix-run/route-config'

/** What members of the public saw: sending, receipt, what was hidden and by whom it can be, and taking it over. */
export const observationRoutes = [
	route(':lang/milestones/:milestoneId/observe', 'routes/public/observation/form.tsx'),
	route(':lang/milestones/:milestoneId/observe/send', 'routes/public/observation/send.tsx'),
	route(':lang/milestones/:milestoneId/observations', 'routes/public/observation/list.tsx'),
	route(':lang/observations/hidden', 'routes/public/observation/hidden.tsx'),
	route(':lang/observations/:recordId/receipt', 'routes/public/observation/receipt.tsx'),
	route(':lang/admin/observations', 'routes/admin/observations.tsx'),
	route(':lang/admin/observations/:recordId/hide', 'routes/admin/observation-hide.tsx'),
	route(':lang/verifications/:draftId/observations', 'routes/workspace/observation/of-finding.tsx'),
	route(
		':lang/verifications/:draftId/observations/:recordId/take-over',
		'routes/workspace/observation/take-over.tsx',
	),
]
