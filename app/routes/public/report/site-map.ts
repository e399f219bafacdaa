import { route } from '@remix-run/route-config'

/** Reports as pages: of a plan as it stands today, and those that were compiled. */
export const publicReportRoutes = [
	route(':lang/plans/:planId/reports', 'routes/public/report/list.tsx'),
	route(':lang/plans/:planId/reports/:report', 'routes/public/report/plan.tsx'),
	route(':lang/reports/:recordId', 'routes/public/report/compiled.tsx'),
]
