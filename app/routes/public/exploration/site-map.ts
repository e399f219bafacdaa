import { route } from '@remix-run/route-config'

/** Counting what is published, by what people choose. */
export const explorationRoutes = [
	route(':lang/explore', 'routes/public/exploration/explore.tsx'),
	route('files/explore/:file', 'routes/public/exploration/file.ts'),
]
