import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { milestoneDraftHref } from '#app/components/plan-draft/addresses.ts'
import { MilestoneScreenPage } from '#app/components/plan-draft/screen-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCommitmentDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { addMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { NewMilestoneAnswer } from '#app/domain/milestone-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { commitmentKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findCommitmentDraft(visit.ctx, commitmentKeyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = commitmentKeyFrom(visit.params)
	return answerForm(visit, NewMilestoneAnswer, async (answer) =>
		milestoneDraftHref(visit.locale, await addMilestone(visit.ctx, key, answer), 'protocol'),
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.milestone.add'))

export default function PlanMilestoneNew() {
	const facts = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	return <MilestoneScreenPage {...facts} milestoneId={null} screen="text" rejected={rejected} />
}
