import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OwnAccounts } from '#app/components/cso/own-accounts.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listOwnAccounts } from '#app/domain/cso-account/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['CSO_OWNER', 'MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { accounts: await listOwnAccounts(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('cso.title'))

export default function AccountsPage() {
	return <OwnAccounts {...useLoaderData<typeof loader>()} />
}
