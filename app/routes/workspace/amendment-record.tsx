import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { recordFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftText } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { findRecordInDraft } from '#app/domain/amendment-draft/queries.server.ts'
import {
	CommitmentTextAnswer,
	MilestoneTextAnswer,
	PlanTextAnswer,
} from '#app/domain/amendment-draft/schema.ts'
import { amendedRecordPage } from '#app/http/amended-record.server.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, amendedRecordPage)

export const action = guardedAction(PLAN_ROLES, async (visit) => {
	const { ctx, locale, params } = visit
	const [id, recordId] = [idFrom(params.draftId), idFrom(params.recordId)]
	const { draft, change } = await findRecordInDraft(ctx, id, recordId)
	const on = amendmentDraftHref(locale, draft)
	const { recordKind } = change
	if (recordKind === 'action-plan')
		return answerForm(visit, PlanTextAnswer, async (answer) => {
			await draftText(ctx, { id, seen: answer.version }, { recordId, recordKind, answer })
			return on
		})
	if (recordKind === 'milestone')
		return answerForm(visit, MilestoneTextAnswer, async (answer) => {
			await draftText(ctx, { id, seen: answer.version }, { recordId, recordKind, answer })
			return on
		})
	return answerForm(visit, CommitmentTextAnswer, async (answer) => {
		await draftText(ctx, { id, seen: answer.version }, { recordId, recordKind, answer })
		return on
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.edit.title'))

export default function AmendmentRecord() {
	const { draft, person, change, institutions } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.edit.title')}
			action={amendedRecordHref(locale, draft, change)}
			fields={recordFields(change, institutions)}
			rejected={useActionData<typeof action>()}
		/>
	)
}
