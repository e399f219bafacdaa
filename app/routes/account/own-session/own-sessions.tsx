import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OwnSessions } from '#app/components/own-session/own-sessions.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listOwnSessions } from '#app/domain/own-session/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { sessions: await listOwnSessions(visit.ctx, visit.sessionId) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('own-session.title'))

export default function OwnSessionsPage() {
	return <OwnSessions {...useLoaderData<typeof loader>()} />
}
