import { route } from '@remix-run/route-config'

/** Where people see on which devices they are signed in. */
export const ownSessionRoutes = [
	route(':lang/sessions', 'routes/account/own-session/own-sessions.tsx'),
	route(':lang/sessions/end-others', 'routes/account/own-session/end-others.tsx'),
	route(':lang/sessions/end-all', 'routes/account/own-session/end-all.tsx'),
	route(':lang/sessions/:sessionId/end', 'routes/account/own-session/end.tsx'),
]
