import { route } from '@remix-run/route-config'

/** What members record beyond their plans, and the library of what they learned. */
export const registerRoutes = [
	route(':lang/members/:memberId/registers', 'routes/public/register/registers.tsx'),
	route(':lang/members/:memberId/repository', 'routes/public/register/repository.tsx'),
	route(':lang/members/:memberId/repository/list', 'routes/public/register/repository-index.tsx'),
	route('files/repositories/:file', 'routes/files/repository-index.ts'),
	route('files/repositories/:memberId/documents.csv', 'routes/files/repository-csv.ts'),
	route(':lang/practices', 'routes/public/register/practices.tsx'),
	route(':lang/practices/:recordId', 'routes/public/register/practice.tsx'),
]
