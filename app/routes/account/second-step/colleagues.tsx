import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Colleagues } from '#app/components/second-step/colleagues.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listColleagues } from '#app/domain/second-step/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { colleagues: await listColleagues(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('second-step.colleagues.title'))

export default function VouchForColleagues() {
	return <Colleagues {...useLoaderData<typeof loader>()} />
}
