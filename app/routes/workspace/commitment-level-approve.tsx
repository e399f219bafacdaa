import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { LevelApprovalPage } from '#app/components/workspace/level-approval.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { approveLevel } from '#app/domain/commitment-level/commands.server.ts'
import { findLevelApproval } from '#app/domain/commitment-level/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) =>
	workspacePage(visit, { approval: await findLevelApproval(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = confirmedAction(['INSTITUTION_LEAD'], (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenDraft, async (answer) => {
		const published = await approveLevel(visit.ctx, id, answer).catch(unlessAlready('already_published'))
		return receiptHref(visit.locale, published?.recordId ?? id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('commitment-level.approval.title'))

export default function CommitmentLevelApprove() {
	const { approval, person } = useLoaderData<typeof loader>()
	return <LevelApprovalPage approval={approval} person={person} rejected={useActionData<typeof action>()} />
}
