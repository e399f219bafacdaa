import { route } from '@remix-run/route-config'

/** The record as tables, and what stands in their columns. */
export const openDataRoutes = [
	route(':lang/data', 'routes/public/open-data/page.tsx'),
	route(':lang/about/open-data', 'routes/public/open-data/former.ts'),
	route('files/open-data/:file', 'routes/files/open-data.ts'),
]
