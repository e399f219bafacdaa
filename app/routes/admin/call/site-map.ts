import { route } from '@remix-run/route-config'

const folder = 'routes/admin/call'

/** Where the host publishes a call, or another version of one: written, looked at, published. */
export const callVersionRoutes = [
	route(':lang/admin/calls', `${folder}/calls.tsx`),
	route(':lang/admin/calls/new', `${folder}/new.tsx`),
	route(':lang/admin/calls/new/change', `${folder}/new-change.tsx`),
	route(':lang/admin/calls/new/publish', `${folder}/new-publish.tsx`),
	route(':lang/admin/calls/:callId/new', `${folder}/write.tsx`),
	route(':lang/admin/calls/:callId/new/change', `${folder}/change.tsx`),
	route(':lang/admin/calls/:callId/new/publish', `${folder}/publish.tsx`),
]
