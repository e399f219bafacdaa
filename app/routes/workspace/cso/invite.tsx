import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { InviteQuestion } from '#app/components/cso/invite-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findAccount } from '#app/domain/cso-account/queries.server.ts'
import { invitePerson } from '#app/domain/invitation/commands.server.ts'
import { PersonInvitation } from '#app/domain/invitation/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { mailInvitation } from '#app/http/invitation.server.ts'

const RUNNERS = ['CSO_OWNER', 'MONITORING_BODY'] as const

export const loader = guardedLoader(RUNNERS, async (visit) => {
	const { organization } = await findAccount(visit.ctx, idFrom(visit.params.organizationId))
	return workspacePage(visit, { organization })
})

export const action = confirmedAction(RUNNERS, async (visit) => {
	const id = idFrom(visit.params.organizationId)
	return answerForm(visit, PersonInvitation, async (answer) => {
		const given = await invitePerson(visit.ctx, id, answer)
		mailInvitation(visit, given)
		return `/${visit.locale}/receipts/${given.recordId}`
	})
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('cso.invite'))

export default function InvitePage() {
	const { organization, person } = useLoaderData<typeof loader>()
	return (
		<InviteQuestion organization={organization} person={person} rejected={useActionData<typeof action>()} />
	)
}
