import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { replyHref } from '#app/components/reply/addresses.ts'
import { ReplyLink } from '#app/components/reply/reply-evidence.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { removeReplyEvidence } from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { SeenReply } from '#app/domain/reply/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { positionFrom } from '#app/http/position-from.ts'

export const loader = guardedLoader(REPLY_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findReplyDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

export const action = guardedAction(REPLY_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	const position = positionFrom(visit.params.position)
	return answerForm(visit, SeenReply, async ({ version }) => {
		await removeReplyEvidence(visit.ctx, id, { version, position })
		return replyHref(visit.locale, id, 'evidence')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.evidence.title'))

export default function ReplyEvidenceRemove() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <ReplyLink desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
