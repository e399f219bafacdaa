import { json } from '@remix-run/node'
import type { HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PublicAssessmentPage } from '#app/components/self-assessment/public-assessment.tsx'
import { findAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { newestCheckpoint } from '#app/http/log-answer.server.ts'

/** Comments come without an act, so the log does not tell when they change: until it is final, nobody keeps the page. */
export const loader = guardedLoader('public', async (visit) => {
	const { size } = await newestCheckpoint(visit)
	const assessment = await findAssessment(visit.ctx, idFrom(visit.params.recordId), versionFrom(visit.url))
	const shown = { assessment, ledgerSize: size }
	return json(shown, assessment.comments === null ? {} : { headers: { 'Cache-Control': 'no-store' } })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => {
	const cacheControl = loaderHeaders.get('Cache-Control')
	return cacheControl === null ? {} : { 'Cache-Control': cacheControl }
}

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) =>
		say(data ? `self-assessment.kind.${data.assessment.kind}` : 'self-assessment.list'),
	)

export default function SelfAssessment() {
	return <PublicAssessmentPage {...useLoaderData<typeof loader>()} />
}
