import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { withdrawalHref } from '#app/components/workspace/addresses.ts'
import { WithdrawFinding } from '#app/components/workspace/withdraw-finding.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { findOwnFinding } from '#app/domain/withdrawal/queries.server.ts'
import { confirmForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) => {
	const finding = await findOwnFinding(visit.ctx, idFrom(visit.params.recordId))
	const isDone = finding.withdrawal !== null && !finding.withdrawal.isLost
	if (isDone) throw redirect(withdrawalHref(visit.locale, finding.recordId))
	return workspacePage(visit, { finding })
})

export const action = confirmedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return confirmForm(visit, async () => {
		await withdrawFinding(visit.ctx, id).catch(unlessAlready('withdrawn'))
		await visit.load.reportWork.hideWithdrawn(visit.ctx)
		return withdrawalHref(visit.locale, id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('withdraw.title'))

export default function WithdrawalWithdraw() {
	const { finding, person } = useLoaderData<typeof loader>()
	return <WithdrawFinding finding={finding} person={person} rejected={useActionData<typeof action>()} />
}
