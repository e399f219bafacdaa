import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref, milestoneDraftHref } from '#app/components/plan-draft/addresses.ts'
import { MoveQuestion } from '#app/components/plan-draft/part-question.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { moveMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { findMilestoneDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { MoveAnswer } from '#app/domain/commitment-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { milestoneKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findMilestoneDraft(visit.ctx, milestoneKeyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = milestoneKeyFrom(visit.params)
	return answerForm(visit, MoveAnswer, async (answer) => {
		await moveMilestone(visit.ctx, key, answer)
		return commitmentDraftHref(visit.locale, key)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.move.title'))

export default function PlanMilestoneMove() {
	const { draft, commitmentId, milestoneId, at, count, person } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	const key = { draftId: draft.id, commitmentId, milestoneId }
	return (
		<MoveQuestion
			draft={draft}
			part={milestoneId}
			at={at}
			count={count}
			action={milestoneDraftHref(locale, key, 'move')}
			backHref={commitmentDraftHref(locale, key)}
			person={person}
		/>
	)
}
