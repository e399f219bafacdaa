import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { recordHref } from '#app/components/addresses.ts'
import { DraftObservations } from '#app/components/observation/draft-observations.tsx'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { adoptable } from '#app/domain/observation/view.ts'
import { AdoptionAnswer } from '#app/domain/observation/schema.ts'
import { addFindingEvidence } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { sayIn } from '#app/i18n/translate.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findFinding(visit.ctx, idFrom(visit.params.draftId)) }),
)

/** The finding names the observation by its lasting address, and says nothing of what stands there. */
export const action = guardedAction(CSO_ROLES, (visit) => {
	const { ctx, params, locale, load } = visit
	const id = idFrom(params.draftId)
	return answerForm(visit, AdoptionAnswer, async ({ version, stance }) => {
		const view = await findFinding(ctx, id)
		const { recordId } = adoptable(view, idFrom(params.recordId))
		const url = `${load.config.baseUrl}${recordHref(locale, recordId)}`
		const isTaken = view.draft.evidence.some((piece) => piece.url.endsWith(`/records/${recordId}`))
		const title = sayIn(locale)('observation.take-over.piece', { recordId })
		if (!isTaken) await addFindingEvidence(ctx, id, { version, kind: 'WEBPAGE', url, title, stance })
		return findingHref(locale, id, 'evidence')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('observation.take-over.title'))

export default function TakeOver() {
	const facts = useLoaderData<typeof loader>()
	return <DraftObservations {...facts} rejected={useActionData<typeof action>()} />
}
