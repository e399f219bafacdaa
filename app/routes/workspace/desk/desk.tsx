import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskPage } from '#app/components/desk/desk-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findDesk, listDeskActs } from '#app/domain/desk/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) => {
	const memberId = idFrom(visit.params.memberId)
	const desk = await findDesk(visit.ctx, memberId)
	return workspacePage(visit, { desk, acts: await listDeskActs(visit.ctx, memberId) })
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('desk.title'))

export default function Desk() {
	return <DeskPage {...useLoaderData<typeof loader>()} />
}
