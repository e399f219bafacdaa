import { route } from '@remix-run/route-config'

/** How machines find the pages. */
export const foundRoutes = [
	route('robots.txt', 'routes/public/found/robots.ts'),
	route('sitemap.xml', 'routes/public/found/sitemap.ts'),
	route('sitemaps/:file', 'routes/public/found/sitemap-part.ts'),
]
