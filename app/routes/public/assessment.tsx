import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PublishedAssessmentPage } from '#app/components/assessment/published-assessment.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url }) => ({
	published: await findPublishedAssessment(ctx, idFrom(params.recordId), versionFrom(url)),
}))

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) =>
		say(data ? `assessment-kind.${data.published.assessment.kind}` : 'assessment.public.list'),
	)

export default function Assessment() {
	return <PublishedAssessmentPage {...useLoaderData<typeof loader>()} />
}
