import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { CheckReply } from '#app/components/reply/check-reply.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishReply } from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { ReplyAnswer } from '#app/domain/reply/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(REPLY_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findReplyDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

export const action = confirmedAction(REPLY_ROLES, (visit) =>
	answerForm(visit, ReplyAnswer, async (answer) => {
		const { recordId } = await publishReply(visit.ctx, idFrom(visit.params.recordId), answer)
		return receiptHref(visit.locale, recordId)
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.check.title'))

export default function ReplyPublish() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <CheckReply desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
