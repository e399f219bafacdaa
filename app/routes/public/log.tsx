import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { LogPage } from '#app/components/log/log-page.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'
import { newestCheckpoint } from '#app/http/log-answer.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const checkpoint = await newestCheckpoint(visit)
	const { origin, vkey, fault } = visit.load.publicLog
	return { checkpoint, origin, vkey, fault: fault() }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('log.title'))

export default function Log() {
	return <LogPage {...useLoaderData<typeof loader>()} />
}
