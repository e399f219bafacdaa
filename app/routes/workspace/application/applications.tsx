import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ApplicationList } from '#app/components/application/application-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listApplicationDesks } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, async (visit) =>
	workspacePage(visit, { desks: await listApplicationDesks(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.list.title'))

export default function Applications() {
	return <ApplicationList {...useLoaderData<typeof loader>()} />
}
