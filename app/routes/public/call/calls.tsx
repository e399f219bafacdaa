import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CallsPage } from '#app/components/application/call-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { listCalls } from '#app/domain/application-call/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => ({ calls: await listCalls(ctx) }))

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('calls.title'))

export default function Calls() {
	return <CallsPage {...useLoaderData<typeof loader>()} />
}
