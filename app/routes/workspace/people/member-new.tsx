import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { contactsHref } from '#app/components/people/addresses.ts'
import { NewMemberQuestion } from '#app/components/people/new-member-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { addMember } from '#app/domain/member/commands.server.ts'
import { refuseToAddMember } from '#app/domain/member/queries.server.ts'
import { newMember } from '#app/domain/member/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], (visit) => {
	refuseToAddMember(visit.ctx)
	return workspacePage(visit, {})
})

export const action = guardedAction(['INSTANCE_ADMIN'], async (visit) =>
	answerForm(visit, newMember(utcDay(visit.ctx.now)), async (answer) => {
		await addMember(visit.ctx, answer)
		return contactsHref(visit.locale, 'added')
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('member-new.title'))

export default function NewMemberPage() {
	return <NewMemberQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
