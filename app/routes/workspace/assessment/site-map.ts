import { route } from '@remix-run/route-config'

const DESK = ':lang/assess/:planId/:about'

/** Where a Monitoring Body writes its assessments, signs and publishes them. */
export const assessmentRoutes = [
	route(':lang/assess', 'routes/workspace/assessment/tasks.tsx'),
	route(DESK, 'routes/workspace/assessment/desk.tsx'),
	route(`${DESK}/pages/:page`, 'routes/workspace/assessment/page.tsx'),
	route(`${DESK}/pages/:page/then-evidence`, 'routes/workspace/assessment/page-then-evidence.tsx'),
	route(`${DESK}/evidence`, 'routes/workspace/assessment/evidence.tsx'),
	route(`${DESK}/evidence/:part`, 'routes/workspace/assessment/evidence-link.tsx'),
	route(`${DESK}/evidence/:part/another`, 'routes/workspace/assessment/evidence-link-another.tsx'),
	route(`${DESK}/evidence/:part/file`, 'routes/workspace/assessment/evidence-file.tsx'),
	route(`${DESK}/evidence/:part/file/another`, 'routes/workspace/assessment/evidence-file-another.tsx'),
	route(`${DESK}/evidence/:part/:position/remove`, 'routes/workspace/assessment/evidence-remove.tsx'),
	route(`${DESK}/check`, 'routes/workspace/assessment/check.tsx'),
	route(`${DESK}/sign`, 'routes/workspace/assessment/sign.tsx'),
	route(`${DESK}/publish`, 'routes/workspace/assessment/publish.tsx'),
]
