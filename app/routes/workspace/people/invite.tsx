import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { APPOINTING_ROLES } from '#app/access/policy.ts'
import { peopleHref } from '#app/components/people/addresses.ts'
import { OfficerQuestion } from '#app/components/people/officer-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { inviteOfficer } from '#app/domain/appointment/commands.server.ts'
import { findOffice } from '#app/domain/appointment/queries.server.ts'
import { OfficerInvitation } from '#app/domain/appointment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { mailInvitation } from '#app/http/invitation.server.ts'

export const loader = guardedLoader(APPOINTING_ROLES, async (visit) =>
	workspacePage(visit, { office: await findOffice(visit.ctx, idFrom(visit.params.organizationId)) }),
)

export const action = confirmedAction(APPOINTING_ROLES, async (visit) => {
	const id = idFrom(visit.params.organizationId)
	return answerForm(visit, OfficerInvitation, async (answer) => {
		mailInvitation(visit, await inviteOfficer(visit.ctx, id, answer))
		return peopleHref(visit.locale, 'invited')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('cso.invite'))

export default function OfficerPage() {
	return <OfficerQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
