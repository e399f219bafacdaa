import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HostedObservations } from '#app/components/observation/hosted-observations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { PageAsked } from '#app/domain/observation/schema.ts'
import { listHosted } from '#app/domain/observation/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, await listHosted(visit.ctx, readQuery(visit.url, PageAsked).value.page)),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('observation.hosted.title'))

export default function Observations() {
	return <HostedObservations {...useLoaderData<typeof loader>()} />
}
