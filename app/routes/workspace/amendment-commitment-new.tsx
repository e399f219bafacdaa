import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { recordFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftCommitment } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { findAmendmentDraft, listInstitutions } from '#app/domain/amendment-draft/queries.server.ts'
import { CommitmentTextAnswer } from '#app/domain/amendment-draft/schema.ts'
import { blankChange } from '#app/domain/amendment-draft/view.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const id = idFrom(visit.params.draftId)
	const draft = await findAmendmentDraft(visit.ctx, id)
	return workspacePage(visit, { draft, institutions: await listInstitutions(visit.ctx, id) })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	return answerForm(visit, CommitmentTextAnswer, async (answer) => {
		await draftCommitment(visit.ctx, { id, seen: answer.version }, answer)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.add.commitment'))

export default function AmendmentCommitmentNew() {
	const { draft, person, institutions } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.add.commitment')}
			action={amendmentDraftHref(locale, draft, 'commitments/new')}
			fields={recordFields(blankChange({ recordKind: 'commitment', recordId: '' }), institutions)}
			rejected={useActionData<typeof action>()}
		/>
	)
}
