import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { Approval } from '#app/components/workspace/approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import { findApproval } from '#app/domain/progress-update/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = confirmedAction(['INSTITUTION_LEAD'], (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenDraft, async (answer) => {
		const published = await approveProgressUpdate(visit.ctx, id, answer).catch(
			unlessAlready('already_published'),
		)
		return receiptHref(visit.locale, published?.recordId ?? id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approval.title'))

export default function ApprovalApprove() {
	const { approval, person } = useLoaderData<typeof loader>()
	return <Approval approval={approval} person={person} rejected={useActionData<typeof action>()} />
}
