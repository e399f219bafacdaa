import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { MilestoneObservations } from '#app/components/observation/milestone-observations.tsx'
import { listObserved } from '#app/domain/observation/queries.server.ts'
import { PageAsked } from '#app/domain/observation/schema.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', ({ ctx, url, params }) =>
	listObserved(ctx, idFrom(params.milestoneId), readQuery(url, PageAsked).value.page),
)

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('observation.list.title'))

export default function ObservationsOfMilestone() {
	return <MilestoneObservations {...useLoaderData<typeof loader>()} />
}
