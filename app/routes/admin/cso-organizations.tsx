import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HostedOrganizations } from '#app/components/cso/hosted-organizations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listHosted } from '#app/domain/invitation/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { organizations: await listHosted(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('hosted.title'))

export default function HostedPage() {
	return <HostedOrganizations {...useLoaderData<typeof loader>()} />
}
