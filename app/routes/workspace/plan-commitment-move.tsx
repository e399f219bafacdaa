import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref, draftHref } from '#app/components/plan-draft/addresses.ts'
import { MoveQuestion } from '#app/components/plan-draft/part-question.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { moveCommitment } from '#app/domain/commitment-draft/commands.server.ts'
import { findCommitmentDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { MoveAnswer } from '#app/domain/commitment-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { commitmentKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await findCommitmentDraft(visit.ctx, commitmentKeyFrom(visit.params))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = commitmentKeyFrom(visit.params)
	return answerForm(visit, MoveAnswer, async (answer) => {
		await moveCommitment(visit.ctx, key, answer)
		return draftHref(visit.locale, key.draftId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.move.title'))

export default function PlanCommitmentMove() {
	const { draft, commitmentId, person } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	const key = { draftId: draft.id, commitmentId }
	const ids = draft.drafted.commitments.map(({ id }) => id)
	return (
		<MoveQuestion
			draft={draft}
			part={commitmentId}
			at={ids.indexOf(commitmentId) + 1}
			count={ids.length}
			action={commitmentDraftHref(locale, key, 'move')}
			backHref={commitmentDraftHref(locale, key)}
			person={person}
		/>
	)
}
