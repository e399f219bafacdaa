import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import liveBars from '#app/components/charts/live-bars.tsx?worker&url'
import { ExplorePage } from '#app/components/exploration/explore-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listChoices } from '#app/domain/commitment-list/queries.server.ts'
import { exploreCommitments } from '#app/domain/exploration/queries.server.ts'
import { GROUPS_ON_PAGE } from '#app/domain/exploration/rules.ts'
import { ExplorationQuery } from '#app/domain/exploration/schema.ts'
import { largest } from '#app/domain/exploration/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

/** The drawing answers to pointer and keys where scripts run; everything is there without them. */
export const handle = { scripts: liveBars }

export const loader = guardedLoader('public', async ({ ctx, url }) => {
	const { value: query, notUnderstood } = readQuery(url, ExplorationQuery)
	await keepLists(ctx)
	const [all, choices] = await Promise.all([exploreCommitments(ctx, query), listChoices(ctx, query.member)])
	const exploration = largest(all, GROUPS_ON_PAGE)
	const typed = url.searchParams.get('q') ?? ''
	const status = notUnderstood.length > 0 ? 400 : 200
	return json({ ...{ exploration, query, choices, typed, notUnderstood } }, { status })
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('explore.title'))

export default function ExploreRoute() {
	return <ExplorePage {...useLoaderData<typeof loader>()} />
}
