import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { tasksHref } from '#app/components/addresses.ts'
import { ReportReturn } from '#app/components/workspace/approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { returnProgressUpdate } from '#app/domain/progress-update/commands.server.ts'
import { findApproval } from '#app/domain/progress-update/queries.server.ts'
import { ReturnAnswer } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(['INSTITUTION_LEAD'], (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, ReturnAnswer, async (answer) => {
		await returnProgressUpdate(visit.ctx, id, answer)
		return tasksHref(visit.locale)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approval.return.title'))

export default function ApprovalReturn() {
	const { approval, person } = useLoaderData<typeof loader>()
	return <ReportReturn approval={approval} person={person} rejected={useActionData<typeof action>()} />
}
