import { route } from '@remix-run/route-config'

/** What a Monitoring Body published: as a page, for programs, and as a document. */
export const publishedAssessmentRoutes = [
	route(':lang/assessments/:recordId', 'routes/public/assessment.tsx'),
	route('api/v1/assessments/:recordId', 'routes/api/assessment.ts'),
	route('files/assessments/:file', 'routes/files/assessment-report.ts'),
]
