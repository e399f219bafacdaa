import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { mergerFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftMerger } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { listAmendable } from '#app/domain/amendment-draft/queries.server.ts'
import { MergerAnswer } from '#app/domain/amendment-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, await listAmendable(visit.ctx, idFrom(visit.params.draftId))),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	return answerForm(visit, MergerAnswer, async (answer) => {
		await draftMerger(visit.ctx, { id, seen: answer.version }, answer.commitmentIds)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.merge'))

export default function AmendmentMerge() {
	const { draft, person, commitments } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.merge')}
			action={amendmentDraftHref(locale, draft, 'merge')}
			fields={mergerFields(commitments)}
			rejected={useActionData<typeof action>()}
		>
			<p className="govuk-body">{say('amendment.merge.lead')}</p>
		</AmendmentForm>
	)
}
