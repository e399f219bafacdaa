import { route } from '@remix-run/route-config'

/** The calls of OGP Local, for everyone. */
export const callRoutes = [
	route(':lang/calls', 'routes/public/call/calls.tsx'),
	route(':lang/calls/:callId', 'routes/public/call/call.tsx'),
]
