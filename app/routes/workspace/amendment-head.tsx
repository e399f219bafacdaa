import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { AmendmentForm } from '#app/components/amendment/amendment-form.tsx'
import { headFields } from '#app/components/amendment/field-specs.ts'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findAmendmentDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { answerHead } from '#app/domain/amendment/commands.server.ts'
import { HeadAnswer } from '#app/domain/amendment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findAmendmentDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	return answerForm(visit, HeadAnswer, async (answer) => {
		await answerHead(visit.ctx, id, answer)
		return amendmentDraftHref(visit.locale, { id, plan: { id: planId } })
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.head.title'))

export default function AmendmentHead() {
	const { draft, person } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<AmendmentForm
			draft={draft}
			person={person}
			title={say('amendment.head.title')}
			action={amendmentDraftHref(locale, draft, 'head')}
			fields={headFields(draft.head)}
			rejected={useActionData<typeof action>()}
		/>
	)
}
