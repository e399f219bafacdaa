import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { Queue } from '#app/components/workspace/queue.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listClaimsToVerify } from '#app/domain/verification/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, {
		queue: await listClaimsToVerify(visit.ctx),
		member: await findHomeMember(visit.ctx),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('verify.title'))

export default function Verify() {
	return <Queue {...useLoaderData<typeof loader>()} />
}
