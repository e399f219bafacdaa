import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CodingPlans } from '#app/components/coding/coding-plans.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listCodingPlans } from '#app/domain/irm-coding/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['IRM'], async (visit) =>
	workspacePage(visit, { plans: await listCodingPlans(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.plans.title'))

export default function CodingPlansPage() {
	return <CodingPlans {...useLoaderData<typeof loader>()} />
}
