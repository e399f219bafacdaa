import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { recordFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftMilestone } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { findRecordInDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { MilestoneTextAnswer } from '#app/domain/amendment-draft/schema.ts'
import { blankChange } from '#app/domain/amendment-draft/view.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const [draftId, recordId] = [idFrom(visit.params.draftId), idFrom(visit.params.recordId)]
	return workspacePage(visit, await findRecordInDraft(visit.ctx, draftId, recordId))
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	const commitmentId = idFrom(visit.params.recordId)
	return answerForm(visit, MilestoneTextAnswer, async (answer) => {
		await draftMilestone(visit.ctx, { id, seen: answer.version }, { commitmentId, answer })
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.add.milestone'))

export default function AmendmentMilestoneNew() {
	const { draft, person, change } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const { recordId } = change
	const blank = blankChange({ recordKind: 'milestone', recordId: '', commitmentId: recordId })
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.add.milestone')}
			action={amendedRecordHref(locale, draft, { recordId, verb: 'milestones/new' })}
			fields={recordFields(blank, [])}
			rejected={useActionData<typeof action>()}
		/>
	)
}
