import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { FindingEvidence } from '#app/components/workspace/finding-evidence.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { addFindingEvidence } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { nextStep } from '#app/domain/verification/rules.ts'
import { findingEvidenceAnswer } from '#app/domain/verification/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findFinding(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, findingEvidenceAnswer(utcDay(visit.ctx.now)), async (answer) => {
		await addFindingEvidence(visit.ctx, id, answer)
		const { faults } = await findFinding(visit.ctx, id)
		return findingHref(visit.locale, id, nextStep(faults))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding.evidence.title'))

export default function FindingEvidencePage() {
	const { view, person } = useLoaderData<typeof loader>()
	return <FindingEvidence view={view} person={person} rejected={useActionData<typeof action>()} />
}
