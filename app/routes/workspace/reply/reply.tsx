import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { replyHref } from '#app/components/reply/addresses.ts'
import { ReplyQuestion } from '#app/components/reply/reply-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { answerReply } from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { ReplyAnswer } from '#app/domain/reply/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(REPLY_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findReplyDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

export const action = guardedAction(REPLY_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return answerForm(visit, ReplyAnswer, async (answer) => {
		const { evidence } = await answerReply(visit.ctx, id, answer)
		return replyHref(visit.locale, id, evidence.length === 0 ? 'evidence' : 'check')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.text.title'))

export default function ReplyPage() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <ReplyQuestion desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
