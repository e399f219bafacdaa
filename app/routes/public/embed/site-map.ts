import { route } from '@remix-run/route-config'

/** What other sites show in their frames, and how they are told of it. */
export const embedRoutes = [
	route(':lang/embed/charts/:chart/:about', 'routes/public/embed/chart.tsx'),
	route(':lang/embed/commitments/:commitmentId', 'routes/public/embed/commitment.tsx'),
	route('oembed', 'routes/public/embed/oembed.ts'),
]
