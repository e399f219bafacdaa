import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { withdrawalHref } from '#app/components/workspace/addresses.ts'
import { WithdrawDone } from '#app/components/workspace/withdraw-done.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findOwnFinding } from '#app/domain/withdrawal/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) => {
	const finding = await findOwnFinding(visit.ctx, idFrom(visit.params.recordId))
	const { withdrawal, recordId } = finding
	if (!withdrawal) throw redirect(withdrawalHref(visit.locale, recordId, 'withdraw'))
	const address = `${visit.load.config.baseUrl}${withdrawalHref(visit.locale, recordId)}`
	return workspacePage(visit, { finding, withdrawal, address })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('withdraw.done.title'))

export default function Withdrawal() {
	return <WithdrawDone {...useLoaderData<typeof loader>()} />
}
