import { route } from '@remix-run/route-config'

/** The API's own addresses; those of single subjects stand with their pages. */
export const apiRoutes = [
	route('api/v1/openapi.json', 'routes/api/open-api.ts'),
	route('api/v1/members', 'routes/api/members.ts'),
	route('api/v1/members/:memberId', 'routes/api/member.ts'),
]
