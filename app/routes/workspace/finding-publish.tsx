import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { CheckFinding } from '#app/components/workspace/check-finding.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { SeenFinding } from '#app/domain/verification/schema.ts'
import { answerForm, unlessAlready, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findFinding(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = confirmedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, SeenFinding, async (answer) => {
		const published = await publishVerification(visit.ctx, id, answer).catch(
			unlessAlready('already_published'),
		)
		return receiptHref(visit.locale, published?.recordId ?? id)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding.check.title'))

export default function FindingPublish() {
	const { view, person } = useLoaderData<typeof loader>()
	return <CheckFinding view={view} person={person} rejected={useActionData<typeof action>()} />
}
