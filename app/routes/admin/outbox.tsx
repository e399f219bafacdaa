import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Outbox } from '#app/components/notice/outbox.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { OUTBOX_SHOWN, listOutbox } from '#app/http/outbox.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { letters: await listOutbox(visit.load.config), most: OUTBOX_SHOWN }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('outbox.title'))

export default function OutboxPage() {
	return <Outbox {...useLoaderData<typeof loader>()} />
}
