import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { Subject } from '#app/components/workspace/subject.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { beginVerification, declareInterest } from '#app/domain/verification/commands.server.ts'
import { findSubject } from '#app/domain/verification/queries.server.ts'
import { DeclarationAnswer } from '#app/domain/verification/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) => {
	const key = { milestoneId: idFrom(visit.params.milestoneId) }
	return workspacePage(visit, { view: await findSubject(visit.ctx, key) })
})

export const action = guardedAction(CSO_ROLES, (visit) => {
	const key = { milestoneId: idFrom(visit.params.milestoneId) }
	return answerForm(visit, DeclarationAnswer, async (answer) => {
		await declareInterest(visit.ctx, key, answer)
		const { id } = await beginVerification(visit.ctx, key)
		return findingHref(visit.locale, id, 'finding')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('verify.subject.title'))

export default function VerifyMilestone() {
	const { view, person } = useLoaderData<typeof loader>()
	return <Subject view={view} person={person} rejected={useActionData<typeof action>()} />
}
