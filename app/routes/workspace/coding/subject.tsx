import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CodingIndicators } from '#app/components/coding/coding-indicators.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { codingSubjectFrom } from '#app/http/coding-place-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['IRM'], async (visit) => {
	const desk = await findCodingDesk(visit.ctx.db, visit.ctx, codingSubjectFrom(visit.params))
	return workspacePage(visit, { desk })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.indicators.title'))

export default function CodingIndicatorsPage() {
	return <CodingIndicators {...useLoaderData<typeof loader>()} />
}
