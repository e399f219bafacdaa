import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { FindingQuestion } from '#app/components/workspace/finding-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerFinding } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { nextStep } from '#app/domain/verification/rules.ts'
import { FindingAnswer } from '#app/domain/verification/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findFinding(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerForm(visit, FindingAnswer, async (answer) => {
		await answerFinding(visit.ctx, id, answer)
		const { faults } = await findFinding(visit.ctx, id)
		return findingHref(visit.locale, id, nextStep(faults))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding.title'))

export default function Finding() {
	const { view, person } = useLoaderData<typeof loader>()
	return <FindingQuestion view={view} person={person} rejected={useActionData<typeof action>()} />
}
