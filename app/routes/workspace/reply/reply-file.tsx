import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPLY_ROLES } from '#app/access/policy.ts'
import { replyHref } from '#app/components/reply/addresses.ts'
import { ReplyFile } from '#app/components/reply/reply-evidence.tsx'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addReplyFile } from '#app/domain/reply/commands.server.ts'
import { findReplyDesk } from '#app/domain/reply/queries.server.ts'
import { replyFileAnswer } from '#app/domain/reply/schema.ts'
import { answerFileForm, receivedFile } from '#app/http/answer-file-form.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(REPLY_ROLES, async (visit) => {
	const id = idFrom(visit.params.recordId)
	const desk = await findReplyDesk(visit.ctx, id)
	if (desk.draft === null) throw redirect(replyHref(visit.locale, id))
	return workspacePage(visit, { desk, received: receivedFile(visit) })
})

export const action = guardedAction(REPLY_ROLES, (visit) => {
	const id = idFrom(visit.params.recordId)
	return answerFileForm(visit, replyFileAnswer, async (answer) => {
		await addReplyFile(visit.ctx, id, answer)
		return replyHref(visit.locale, id, 'check')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('reply.evidence.title'))

export default function ReplyFilePage() {
	return <ReplyFile {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
