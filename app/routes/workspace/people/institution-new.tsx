import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { peopleHref } from '#app/components/people/addresses.ts'
import { InstitutionQuestion } from '#app/components/people/institution-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { registerInstitution } from '#app/domain/appointment/commands.server.ts'
import { findOwnMember } from '#app/domain/appointment/queries.server.ts'
import { NewInstitution } from '#app/domain/appointment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { member: await findOwnMember(visit.ctx, idFrom(visit.params.memberId)) }),
)

export const action = guardedAction(PLAN_ROLES, async (visit) => {
	const memberId = idFrom(visit.params.memberId)
	return answerForm(visit, NewInstitution, async (answer) => {
		await registerInstitution(visit.ctx, memberId, answer)
		return peopleHref(visit.locale, 'registered')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('people.register'))

export default function NewInstitutionPage() {
	return <InstitutionQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
