import { route } from '@remix-run/route-config'

/** How people sign in in two steps: set it up, take the step, give it up, and vouch for a colleague who lost it. */
export const secondStepRoutes = [
	route(':lang/second-step', 'routes/account/second-step/own.tsx'),
	route(':lang/second-step/begin', 'routes/account/second-step/begin.tsx'),
	route(':lang/second-step/set-up', 'routes/account/second-step/set-up.tsx'),
	route(':lang/second-step/check', 'routes/account/second-step/check.tsx'),
	route(':lang/second-step/paper', 'routes/account/second-step/paper.tsx'),
	route(':lang/second-step/end', 'routes/account/second-step/end.tsx'),
	route(':lang/second-step/colleagues', 'routes/account/second-step/colleagues.tsx'),
	route(':lang/second-step/colleagues/:personId/vouch', 'routes/account/second-step/vouch.tsx'),
]
