import { route } from '@remix-run/route-config'
import { callVersionRoutes } from '../call/site-map.ts'

/** Where the host publishes another version of the rules, and of calls: written, looked at, published. */
export const ruleVersionRoutes = [
	route(':lang/admin/rules', 'routes/admin/rule-set/rule-sets.tsx'),
	route(':lang/admin/rules/:ruleSetId/new', 'routes/admin/rule-set/write.tsx'),
	route(':lang/admin/rules/:ruleSetId/new/change', 'routes/admin/rule-set/change.tsx'),
	route(':lang/admin/rules/:ruleSetId/new/publish', 'routes/admin/rule-set/publish.tsx'),
	...callVersionRoutes,
]
