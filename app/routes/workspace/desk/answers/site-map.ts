import { route } from '@remix-run/route-config'

const CONSULTATION = ':lang/desk/:memberId/consultation/:recordId'

/** What a member's own people do with the contributions to a consultation: answer them, and take in those on paper. */
export const answerRoutes = [
	route(`${CONSULTATION}/answers`, 'routes/workspace/desk/answers/queue.tsx'),
	route(`${CONSULTATION}/answers/check`, 'routes/workspace/desk/answers/check.tsx'),
	route(`${CONSULTATION}/answers/publish`, 'routes/workspace/desk/answers/publish.tsx'),
	route(`${CONSULTATION}/answers/:contributionId`, 'routes/workspace/desk/answers/one.tsx'),
	route(`${CONSULTATION}/answers/:contributionId/publish`, 'routes/workspace/desk/answers/one-publish.tsx'),
	route(`${CONSULTATION}/paper`, 'routes/workspace/desk/paper/file.tsx'),
	route(`${CONSULTATION}/paper/template.csv`, 'routes/workspace/desk/paper/template.ts'),
	route(`${CONSULTATION}/paper/:previewId`, 'routes/workspace/desk/paper/preview.tsx'),
	route(`${CONSULTATION}/paper/:previewId/confirm`, 'routes/workspace/desk/paper/confirm.ts'),
]
