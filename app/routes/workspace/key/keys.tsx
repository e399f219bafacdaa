import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OwnKeys } from '#app/components/key/own-keys.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findKeyDesk } from '#app/domain/passkey/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['CSO_OWNER', 'CSO_MONITOR'], async (visit) =>
	workspacePage(visit, { desk: await findKeyDesk(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('key.title'))

export default function KeysPage() {
	return <OwnKeys {...useLoaderData<typeof loader>()} />
}
