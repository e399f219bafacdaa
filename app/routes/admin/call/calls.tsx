import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { WritableCalls } from '#app/components/application/writable-calls.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listWritableCalls } from '#app/domain/call-version/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { calls: await listWritableCalls(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('call-version.list.title'))

export default function CallsToWrite() {
	return <WritableCalls {...useLoaderData<typeof loader>()} />
}
