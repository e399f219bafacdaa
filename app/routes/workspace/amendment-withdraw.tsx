import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { ConfirmForm } from '#app/components/amendment/confirm-form.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftWithdrawal } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { findRecordInDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const [draftId, recordId] = [idFrom(visit.params.draftId), idFrom(visit.params.recordId)]
	return workspacePage(visit, await findRecordInDraft(visit.ctx, draftId, recordId))
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	const recordId = idFrom(visit.params.recordId)
	return answerForm(visit, SeenDraft, async ({ version }) => {
		await draftWithdrawal(visit.ctx, { id, seen: version }, recordId)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.withdraw.title'))

export default function AmendmentWithdraw() {
	const { draft, person, change } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	return (
		<ConfirmForm
			draft={draft}
			person={person}
			change={change}
			word="amendment.withdraw"
			action={amendedRecordHref(locale, draft, { recordId: change.recordId, verb: 'withdraw' })}
			rejected={useActionData<typeof action>()}
		/>
	)
}
