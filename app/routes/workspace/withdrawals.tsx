import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { WithdrawList } from '#app/components/workspace/withdraw-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { listOwnFindings } from '#app/domain/withdrawal/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, {
		findings: await listOwnFindings(visit.ctx),
		member: await findHomeMember(visit.ctx),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('withdraw.list.title'))

export default function Withdrawals() {
	return <WithdrawList {...useLoaderData<typeof loader>()} />
}
