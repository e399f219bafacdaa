import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { receiptHref, taskHref } from '#app/components/workspace/addresses.ts'
import { Submitted } from '#app/components/workspace/submitted.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

/** While the report waits, what happens next; once it is published, its receipt. */
export const loader = guardedLoader(['IMPLEMENTER'], async (visit) => {
	const key = taskKeyFrom(visit.params)
	const task = await findTask(visit.ctx, key)
	if (!task.draft && task.published) throw redirect(receiptHref(visit.locale, task.published.recordId))
	if (task.draft?.state !== 'SUBMITTED') throw redirect(taskHref(visit.locale, key, 'check'))
	return workspacePage(visit, { task })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('task.submitted.title'))

export default function TaskSubmitted() {
	return <Submitted {...useLoaderData<typeof loader>()} />
}
