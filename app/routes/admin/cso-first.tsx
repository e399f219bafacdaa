import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { FirstInvitationQuestion } from '#app/components/cso/hosted-organizations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { inviteFirstPerson } from '#app/domain/invitation/commands.server.ts'
import { findHosted } from '#app/domain/invitation/queries.server.ts'
import { FirstInvitation } from '#app/domain/invitation/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { mailInvitation } from '#app/http/invitation.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { organization: await findHosted(visit.ctx, idFrom(visit.params.organizationId)) }),
)

export const action = confirmedAction(['INSTANCE_ADMIN'], async (visit) => {
	const id = idFrom(visit.params.organizationId)
	return answerForm(visit, FirstInvitation, async (answer) => {
		const given = await inviteFirstPerson(visit.ctx, id, answer)
		mailInvitation(visit, given)
		return `/${visit.locale}/receipts/${given.recordId}`
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('hosted.invite'))

export default function FirstInvitationPage() {
	return (
		<FirstInvitationQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
	)
}
