import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { ConfirmForm } from '#app/components/amendment/confirm-form.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { undoChange } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { amendedRecordPage, changeAmendedRecord } from '#app/http/amended-record.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, amendedRecordPage)

export const action = guardedAction(PLAN_ROLES, (visit) =>
	changeAmendedRecord(visit, undoChange, amendmentDraftHref),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.undo.title'))

export default function AmendmentUndo() {
	const { draft, person, change } = useLoaderData<typeof loader>()
	const { locale } = useWords()
	return (
		<ConfirmForm
			draft={draft}
			person={person}
			change={change}
			word="amendment.undo"
			action={amendedRecordHref(locale, draft, { recordId: change.recordId, verb: 'undo' })}
			rejected={useActionData<typeof action>()}
		/>
	)
}
