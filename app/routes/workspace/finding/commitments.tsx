import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { CommitmentsToVerify } from '#app/components/finding/commitments-to-verify.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listCommitmentsToVerify } from '#app/domain/finding-choice/queries.server.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, {
		plans: await listCommitmentsToVerify(visit.ctx),
		member: await findHomeMember(visit.ctx),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('verify.commitments.title'))

export default function CommitmentsToVerifyPage() {
	return <CommitmentsToVerify {...useLoaderData<typeof loader>()} />
}
