import { route } from '@remix-run/route-config'

/** Addresses of the keys with which people sign what they published. One verb, one address. */
export const keyRoutes = [
	route(':lang/keys', 'routes/workspace/key/keys.tsx'),
	route(':lang/keys/new', 'routes/workspace/key/new.tsx'),
	route(':lang/keys/new/:challengeId', 'routes/workspace/key/make.tsx'),
	route(':lang/keys/:recordId/remove', 'routes/workspace/key/remove.tsx'),
	route(':lang/keys/:recordId/confirm', 'routes/workspace/key/confirm.tsx'),
	route(':lang/sign/:recordId', 'routes/workspace/key/sign.tsx'),
	route(':lang/signing/:challengeId', 'routes/workspace/key/signing.tsx'),
]
