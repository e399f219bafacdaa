import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HandOverDone } from '#app/components/hand-over/hand-over-pages.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHandOver } from '#app/domain/hand-over/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** For everyone who is signed in: who may see it, the hand-over itself says. */
export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { done: await findHandOver(visit.ctx, idFrom(visit.params.handOverId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('hand-over.done.title'))

export default function HandOverDonePage() {
	return <HandOverDone {...useLoaderData<typeof loader>()} />
}
