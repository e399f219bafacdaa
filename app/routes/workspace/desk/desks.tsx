import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskList } from '#app/components/desk/desk-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listDesks } from '#app/domain/desk/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, { members: await listDesks(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('desk.title'))

export default function Desks() {
	return <DeskList {...useLoaderData<typeof loader>()} />
}
