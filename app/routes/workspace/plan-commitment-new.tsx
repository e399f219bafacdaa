import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref } from '#app/components/plan-draft/addresses.ts'
import { CommitmentScreenPage } from '#app/components/plan-draft/screen-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addCommitment } from '#app/domain/commitment-draft/commands.server.ts'
import { findCommitmentChoices } from '#app/domain/commitment-draft/queries.server.ts'
import { NewCommitmentAnswer } from '#app/domain/commitment-draft/schema.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const draft = await findPlanDraft(visit.ctx, idFrom(visit.params.draftId))
	return workspacePage(visit, { draft, choices: await findCommitmentChoices(visit.ctx, draft.member.id) })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, NewCommitmentAnswer, async (answer) =>
		commitmentDraftHref(visit.locale, await addCommitment(visit.ctx, id, answer), 'action'),
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.commitment.add'))

export default function PlanCommitmentNew() {
	const facts = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	return <CommitmentScreenPage {...facts} commitmentId={null} screen="what" rejected={rejected} />
}
