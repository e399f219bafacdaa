import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { WritableRuleSets } from '#app/components/rule/writable-rule-sets.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listWritableRuleSets } from '#app/domain/rule-version/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, { ruleSets: await listWritableRuleSets(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('rule-version.list.title'))

export default function RuleSetsToWrite() {
	return <WritableRuleSets {...useLoaderData<typeof loader>()} />
}
