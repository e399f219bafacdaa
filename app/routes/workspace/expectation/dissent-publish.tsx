import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { RemarkQuestion } from '#app/components/expectation/remark-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { publishCheckedRemark, remarkPage } from '#app/http/remark-form.server.ts'

export const loader = guardedLoader([...CSO_ROLES, 'MONITORING_BODY'], (visit) =>
	remarkPage(visit, 'expectation-dissent.published'),
)

export const action = confirmedAction([...CSO_ROLES, 'MONITORING_BODY'], (visit) =>
	publishCheckedRemark(visit, 'expectation-dissent.published'),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('remark.way.expectation-dissent.published'))

export default function PublishDissent() {
	return <RemarkQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
