import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendedRecordHref, amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { moveFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { draftMove } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { MoveAnswer } from '#app/domain/amendment-draft/schema.ts'
import { amendedRecordPage } from '#app/http/amended-record.server.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, amendedRecordPage)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	const recordId = idFrom(visit.params.recordId)
	return answerForm(visit, MoveAnswer, async ({ version, toId }) => {
		await draftMove(visit.ctx, { id, seen: version }, { recordId, toId })
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.move.title'))

export default function AmendmentMove() {
	const { draft, person, change, targets } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.move.title')}
			action={amendedRecordHref(locale, draft, { recordId: change.recordId, verb: 'move' })}
			fields={targets.length === 0 ? [] : moveFields(targets)}
			rejected={useActionData<typeof action>()}
		>
			<p className="govuk-body">
				{say(targets.length === 0 ? 'amendment.move.none' : 'amendment.move.lead')}
			</p>
		</AmendmentForm>
	)
}
