import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { HiddenObservations } from '#app/components/observation/hidden-observations.tsx'
import { listHidings } from '#app/domain/observation/queries.server.ts'
import { PageAsked } from '#app/domain/observation/schema.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', ({ ctx, url }) =>
	listHidings(ctx, readQuery(url, PageAsked).value.page),
)

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('observation.hidden.title'))

export default function Hidden() {
	return <HiddenObservations {...useLoaderData<typeof loader>()} />
}
