import { route } from '@remix-run/route-config'

/** Charts with addresses of their own, their files, and all charts about one subject. */
export const chartRoutes = [
	route(':lang/dashboard', 'routes/public/chart/all-members.tsx'),
	route(':lang/members/:memberId/dashboard', 'routes/public/chart/member.tsx'),
	route(':lang/charts/:chart/:about', 'routes/public/chart/page.tsx'),
	route('files/charts/:chart/:about/:file', 'routes/files/chart.ts'),
]
