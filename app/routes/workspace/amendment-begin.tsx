import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentList } from '#app/components/amendment/amendment-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listAmendmentsOf } from '#app/domain/amendment-draft/queries.server.ts'
import { beginAmendment } from '#app/domain/amendment/commands.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { amendments: await listAmendmentsOf(visit.ctx, idFrom(visit.params.planId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const planId = idFrom(visit.params.planId)
	return confirmForm(visit, async () => {
		const { id } = await beginAmendment(visit.ctx, planId)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } }, 'head')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.list.title'))

export default function AmendmentBegin() {
	return <AmendmentList {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
