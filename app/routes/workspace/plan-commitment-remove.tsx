import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref, draftHref } from '#app/components/plan-draft/addresses.ts'
import { RemoveQuestion } from '#app/components/plan-draft/part-question.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { removeCommitment } from '#app/domain/commitment-draft/commands.server.ts'
import { findCommitmentDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { commitmentKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findCommitmentDraft(visit.ctx, commitmentKeyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = commitmentKeyFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await removeCommitment(visit.ctx, key, answer)
		return draftHref(visit.locale, key.draftId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('commitment-draft.remove.title'))

export default function PlanCommitmentRemove() {
	const { draft, commitmentId, person } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	const key = { draftId: draft.id, commitmentId }
	return (
		<RemoveQuestion
			draft={draft}
			part={commitmentId}
			kind="commitment"
			action={commitmentDraftHref(locale, key, 'remove')}
			backHref={commitmentDraftHref(locale, key)}
			person={person}
			rejected={useActionData<typeof action>()}
		/>
	)
}
