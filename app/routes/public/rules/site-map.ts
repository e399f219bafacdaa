import { route } from '@remix-run/route-config'

/** The rules by which levels and deadlines are worked out, number by number. */
export const ruleRoutes = [
	route(':lang/rules', 'routes/public/rules/rules.tsx'),
	route(':lang/rules/:ruleSetId', 'routes/public/rules/rule-set.tsx'),
]
