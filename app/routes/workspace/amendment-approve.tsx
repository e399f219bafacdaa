import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { AmendmentOverview } from '#app/components/amendment/amendment-overview.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findAmendmentDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { approveAmendment } from '#app/domain/amendment/commands/approve-amendment.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findAmendmentDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = confirmedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenDraft, async (answer) => {
		await approveAmendment(visit.ctx, id, answer).catch(unlessAlready('already_published'))
		return receiptHref(visit.locale, id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.title'))

export default function AmendmentApprove() {
	return <AmendmentOverview {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
