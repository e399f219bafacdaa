import { route } from '@remix-run/route-config'

/** What each source calls a member, and who that is here. */
export const memberNameRoutes = [
	route(':lang/about/member-names', 'routes/public/member-name/page.tsx'),
	route('files/member-names.csv', 'routes/files/member-names.ts'),
]
