import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { levelHref } from '#app/components/workspace/addresses.ts'
import { CommitmentLevelQuestion } from '#app/components/workspace/commitment-level-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { proposeLevel } from '#app/domain/commitment-level/commands.server.ts'
import { findLevelTask } from '#app/domain/commitment-level/queries.server.ts'
import { LevelProposal } from '#app/domain/commitment-level/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { codeFrom } from '#app/http/code-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Params } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { task: await findLevelTask(visit.ctx, keyFrom(visit.params)) }),
)

export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const key = keyFrom(visit.params)
	return answerForm(visit, LevelProposal, async (answer) => {
		await proposeLevel(visit.ctx, key, answer).catch(unlessAlready('draft_already_submitted'))
		return levelHref(visit.locale, key)
	})
})

function keyFrom(params: Params) {
	return { commitmentId: idFrom(params.commitmentId), checkpointCode: codeFrom(params.checkpointCode) }
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('commitment-level.title'))

export default function CommitmentLevelPage() {
	const { task, person } = useLoaderData<typeof loader>()
	return <CommitmentLevelQuestion task={task} person={person} rejected={useActionData<typeof action>()} />
}
