import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { contactsHref } from '#app/components/people/addresses.ts'
import { FirstPocQuestion } from '#app/components/people/first-poc-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { inviteFirstPoc } from '#app/domain/appointment/commands.server.ts'
import { findMemberContacts } from '#app/domain/appointment/queries.server.ts'
import { FirstPocAndOffice, FirstPocOfOffice } from '#app/domain/appointment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { mailInvitation } from '#app/http/invitation.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { member: await findMemberContacts(visit.ctx, idFrom(visit.params.memberId)) }),
)

/** A member without an office here says in the same form what the office is called. */
export const action = confirmedAction(['INSTANCE_ADMIN'], async (visit) => {
	const { id, offices } = await findMemberContacts(visit.ctx, idFrom(visit.params.memberId))
	const invite = async (answer: FirstPocOfOffice | FirstPocAndOffice) => {
		mailInvitation(visit, await inviteFirstPoc(visit.ctx, id, answer))
		return contactsHref(visit.locale, 'invited')
	}
	return offices.length > 0
		? answerForm(visit, FirstPocOfOffice, invite)
		: answerForm(visit, FirstPocAndOffice, invite)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('contacts.invite'))

export default function FirstPocPage() {
	return <FirstPocQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
