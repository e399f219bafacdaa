import { route } from '@remix-run/route-config'

/** Finding commitments and searching all that is published. */
export const findingRoutes = [
	route(':lang/commitments', 'routes/public/finding/commitments.tsx'),
	route('files/commitments.csv', 'routes/public/finding/commitments-csv.ts'),
	route('api/v1/commitments', 'routes/api/commitments.ts'),
	route(':lang/search', 'routes/public/finding/search.tsx'),
]
