import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { replyHref } from '#app/components/reply/addresses.ts'
import { CheckReply } from '#app/components/reply/check-reply.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(REPLY_ROLES, async (visit) => {
	const id = idFrom(visit.params.recordId)
	const desk = await findReplyDesk(visit.ctx, id)
	if (desk.draft === null) throw redirect(replyHref(visit.locale, id))
	return workspacePage(visit, { desk })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.check.title'))

export default function ReplyCheck() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <CheckReply desk={desk} person={person} />
}
