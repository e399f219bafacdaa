import { route } from '@remix-run/route-config'

/** Addresses where somebody of the IRM enters the IRM's values. */
export const codingRoutes = [
	route(':lang/codings', 'routes/workspace/coding/plans.tsx'),
	route(':lang/codings/:planId', 'routes/workspace/coding/plan.tsx'),
	route(':lang/codings/:planId/:subject', 'routes/workspace/coding/subject.tsx'),
	route(':lang/codings/:planId/:subject/:indicator', 'routes/workspace/coding/coding.tsx'),
	route(':lang/codings/:planId/:subject/:indicator/check', 'routes/workspace/coding/check.tsx'),
	route(':lang/codings/:planId/:subject/:indicator/publish', 'routes/workspace/coding/publish.tsx'),
]
