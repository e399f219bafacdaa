import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref, milestoneDraftHref } from '#app/components/plan-draft/addresses.ts'
import { RemoveQuestion } from '#app/components/plan-draft/part-question.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { removeMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { findMilestoneDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { milestoneKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findMilestoneDraft(visit.ctx, milestoneKeyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = milestoneKeyFrom(visit.params)
	return answerForm(visit, SeenDraft, async (answer) => {
		await removeMilestone(visit.ctx, key, answer)
		return commitmentDraftHref(visit.locale, key)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('milestone-draft.remove.title'))

export default function PlanMilestoneRemove() {
	const { draft, commitmentId, milestoneId, person } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	const key = { draftId: draft.id, commitmentId, milestoneId }
	return (
		<RemoveQuestion
			draft={draft}
			part={milestoneId}
			kind="milestone"
			action={milestoneDraftHref(locale, key, 'remove')}
			backHref={commitmentDraftHref(locale, key)}
			person={person}
			rejected={useActionData<typeof action>()}
		/>
	)
}
