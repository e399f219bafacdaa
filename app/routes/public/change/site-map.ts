import { route } from '@remix-run/route-config'

const PAGE = 'routes/public/change/page.tsx'
const FEED = 'routes/public/change/feed.ts'

/** What was published, of everything and of each plan, commitment and organization: as pages and as feeds. */
export const changeRoutes = [
	route(':lang/changes', PAGE),
	route(':lang/changes.atom', FEED),
	route(':lang/plans/:planId/changes', PAGE, { id: 'changes-of-plan' }),
	route(':lang/plans/:planId/changes.atom', FEED, { id: 'feed-of-plan' }),
	route(':lang/commitments/:commitmentId/changes', PAGE, { id: 'changes-of-commitment' }),
	route(':lang/commitments/:commitmentId/changes.atom', FEED, { id: 'feed-of-commitment' }),
	route(':lang/organizations/:organizationId/changes', PAGE, { id: 'changes-of-organization' }),
	route(':lang/organizations/:organizationId/changes.atom', FEED, { id: 'feed-of-organization' }),
	route(':lang/feed.xsl', 'routes/public/change/feed-style.ts'),
]
