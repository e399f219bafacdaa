import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { RegistrationQuestion } from '#app/components/cso/registration-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { registerOrganization } from '#app/domain/invitation/commands.server.ts'
import { findHostedMembers } from '#app/domain/invitation/queries.server.ts'
import { Registration } from '#app/domain/invitation/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { mailInvitation } from '#app/http/invitation.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, await findHostedMembers(visit.ctx)),
)

export const action = guardedAction(['INSTANCE_ADMIN'], async (visit) =>
	answerForm(visit, Registration, async (answer) => {
		const given = await registerOrganization(visit.ctx, answer)
		mailInvitation(visit, given)
		return `/${visit.locale}/receipts/${given.recordId}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('hosted.new'))

export default function RegisterPage() {
	return (
		<RegistrationQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
	)
}
