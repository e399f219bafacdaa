import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { replyHref } from '#app/components/reply/addresses.ts'
import { ReplyLink } from '#app/components/reply/reply-evidence.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { addReplyLink } from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { replyLinkAnswer } from '#app/domain/reply/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(REPLY_ROLES, async (visit) => {
	const id = idFrom(visit.params.recordId)
	const desk = await findReplyDesk(visit.ctx, id)
	if (desk.draft === null) throw redirect(replyHref(visit.locale, id))
	return workspacePage(visit, { desk })
})

export const action = guardedAction(REPLY_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return answerForm(visit, replyLinkAnswer(utcDay(visit.ctx.now)), async (answer) => {
		await addReplyLink(visit.ctx, id, answer)
		return replyHref(visit.locale, id, 'check')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.evidence.title'))

export default function ReplyEvidencePage() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <ReplyLink desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
