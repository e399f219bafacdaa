import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { amendmentDraftHref, amendmentsHref } from '#app/components/amendment/addresses.ts'
import { ConfirmForm } from '#app/components/amendment/confirm-form.tsx'
import { useWords } from '#app/components/words.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findAmendmentDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { discardAmendment } from '#app/domain/amendment/commands.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { draft: await findAmendmentDraft(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenDraft, async (answer) => {
		const { planId } = await discardAmendment(visit.ctx, id, answer)
		return amendmentsHref(visit.locale, planId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.discard.title'))

export default function AmendmentDiscard() {
	const facts = useLoaderData<typeof loader>()
	const { locale } = useWords()
	return (
		<ConfirmForm
			{...facts}
			word="amendment.discard"
			action={amendmentDraftHref(locale, facts.draft, 'discard')}
			rejected={useActionData<typeof action>()}
		/>
	)
}
