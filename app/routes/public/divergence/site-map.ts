import { route } from '@remix-run/route-config'

/** Claims beside independent findings, as a page, a table file and for programs. */
export const divergenceRoutes = [
	route(':lang/divergence', 'routes/public/divergence/page.tsx'),
	route('files/divergence.csv', 'routes/public/divergence/csv.ts'),
	route('api/v1/divergence', 'routes/api/divergence.ts'),
]
