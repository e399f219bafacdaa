import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { tasksHref } from '#app/components/addresses.ts'
import { LevelReturn } from '#app/components/workspace/level-approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { returnLevel } from '#app/domain/commitment-level/commands.server.ts'
import { findLevelApproval } from '#app/domain/commitment-level/queries.server.ts'
import { ReturnAnswer } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findLevelApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(['INSTITUTION_LEAD'], (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, ReturnAnswer, async (answer) => {
		await returnLevel(visit.ctx, id, answer)
		return tasksHref(visit.locale)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('commitment-level.return.title'))

export default function CommitmentLevelReturn() {
	const { approval, person } = useLoaderData<typeof loader>()
	return <LevelReturn approval={approval} person={person} rejected={useActionData<typeof action>()} />
}
