import { route } from '@remix-run/route-config'

/** The five expectations of all members and of each, and what is said beside them. */
export const expectationRoutes = [
	route(':lang/expectations', 'routes/public/expectation/list.tsx'),
	route(':lang/expectations/:memberId', 'routes/public/expectation/member.tsx'),
	route(':lang/expectations/:memberId/comment', 'routes/workspace/expectation/comment.tsx'),
	route(':lang/expectations/:memberId/comment/publish', 'routes/workspace/expectation/comment-publish.tsx'),
	route(':lang/expectations/:memberId/dissent', 'routes/workspace/expectation/dissent.tsx'),
	route(':lang/expectations/:memberId/dissent/publish', 'routes/workspace/expectation/dissent-publish.tsx'),
	route(':lang/expectations/:memberId/remarks/:recordId', 'routes/workspace/expectation/remark.tsx'),
	route(
		':lang/expectations/:memberId/remarks/:recordId/publish',
		'routes/workspace/expectation/remark-publish.tsx',
	),
	route('files/expectations.csv', 'routes/public/expectation/csv.ts'),
	route('files/expectations/:memberId/levels.csv', 'routes/public/expectation/member-csv.ts'),
	route('api/v1/expectations', 'routes/api/expectations.ts'),
	route('api/v1/expectations/:memberId', 'routes/api/standing.ts'),
]
