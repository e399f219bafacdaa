import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HandOvers } from '#app/components/hand-over/hand-over-pages.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listRolesToHandOver } from '#app/domain/hand-over/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD', 'POC', 'CSO_OWNER'], async (visit) =>
	workspacePage(visit, { roles: await listRolesToHandOver(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('hand-over.title'))

export default function HandOversPage() {
	return <HandOvers {...useLoaderData<typeof loader>()} />
}
