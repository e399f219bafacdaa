import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OwnOverviewPage } from '#app/components/own-overview/own-overview-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findOwnOverview } from '#app/domain/own-overview/queries.server.ts'
import { OverviewQuery } from '#app/domain/own-overview/schema.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

/** For everyone: whose organizations have nothing to do with a plan is told so. */
export const loader = guardedLoader('member', async (visit) => {
	const { value: query, notUnderstood } = readQuery(visit.url, OverviewQuery)
	const found = await findOwnOverview(visit.ctx, query)
	return json(workspacePage(visit, found), { status: notUnderstood.length > 0 ? 400 : 200 })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('overview.title'))

export default function OwnOverview() {
	return <OwnOverviewPage {...useLoaderData<typeof loader>()} />
}
