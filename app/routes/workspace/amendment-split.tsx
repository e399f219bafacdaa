import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { splitFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftSplit } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { SplitAnswer } from '#app/domain/amendment-draft/schema.ts'
import { amendedRecordPage } from '#app/http/amended-record.server.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, amendedRecordPage)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	const commitmentId = idFrom(visit.params.recordId)
	return answerForm(visit, SplitAnswer, async ({ version, parts }) => {
		await draftSplit(visit.ctx, { id, seen: version }, { commitmentId, parts })
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.split'))

export default function AmendmentSplit() {
	const { draft, person, change } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.split')}
			action={amendedRecordHref(locale, draft, { recordId: change.recordId, verb: 'split' })}
			fields={splitFields()}
			rejected={useActionData<typeof action>()}
		>
			<p className="govuk-body">{say('amendment.split.lead')}</p>
		</AmendmentForm>
	)
}
