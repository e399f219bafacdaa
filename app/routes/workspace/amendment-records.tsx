import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { RecordList } from '#app/components/amendment/record-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listAmendable } from '#app/domain/amendment-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, { amendable: await listAmendable(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('amendment.choose'))

export default function AmendmentRecords() {
	return <RecordList {...useLoaderData<typeof loader>()} />
}
